package io.amphora.payment.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class PaymentMessages extends Messages {
    public PaymentMessages() {
        super("i18n.payment-core");
    }
}
