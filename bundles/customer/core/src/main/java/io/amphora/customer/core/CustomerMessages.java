package io.amphora.customer.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** What is wrong with customers, in other languages than English. */
@Component(service = Messages.class)
public final class CustomerMessages extends Messages {
    public CustomerMessages() {
        super("i18n.customer-core");
    }
}
