package io.amphora.transfer.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class TransferConsoleMessages extends Messages {
    public TransferConsoleMessages() {
        super("i18n.transfer-console");
    }
}
