package io.amphora.document.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class DocumentMessages extends Messages {
    public DocumentMessages() {
        super("i18n.document-core");
    }
}
