package io.amphora.payment.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class PaymentConsoleMessages extends Messages {
    public PaymentConsoleMessages() {
        super("i18n.payment-console");
    }
}
