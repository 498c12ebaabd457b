package io.amphora.document.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class DocumentConsoleMessages extends Messages {
    public DocumentConsoleMessages() {
        super("i18n.document-console");
    }
}
