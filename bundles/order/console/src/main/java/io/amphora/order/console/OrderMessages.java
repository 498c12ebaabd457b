package io.amphora.order.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of the order pages. */
@Component(service = Messages.class)
public final class OrderMessages extends Messages {
    public OrderMessages() {
        super("i18n.order-console");
    }
}
