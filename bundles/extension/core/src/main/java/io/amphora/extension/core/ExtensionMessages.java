package io.amphora.extension.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class ExtensionMessages extends Messages {
    public ExtensionMessages() {
        super("i18n.extension");
    }
}
