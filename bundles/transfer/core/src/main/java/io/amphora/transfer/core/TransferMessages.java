package io.amphora.transfer.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** What imports find wrong, in all languages. */
@Component(service = Messages.class)
public final class TransferMessages extends Messages {
    public TransferMessages() {
        super("i18n.transfer-core");
    }
}
