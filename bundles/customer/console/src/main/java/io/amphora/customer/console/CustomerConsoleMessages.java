package io.amphora.customer.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of the pages of customers. */
@Component(service = Messages.class)
public final class CustomerConsoleMessages extends Messages {
    public CustomerConsoleMessages() {
        super("i18n.customer-console");
    }
}
