package io.amphora.fulfilment.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class FulfilmentMessages extends Messages {
    public FulfilmentMessages() {
        super("i18n.fulfilment-core");
    }
}
