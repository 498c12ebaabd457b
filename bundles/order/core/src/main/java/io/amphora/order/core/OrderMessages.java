package io.amphora.order.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class OrderMessages extends Messages {
    public OrderMessages() {
        super("i18n.order-core");
    }
}
