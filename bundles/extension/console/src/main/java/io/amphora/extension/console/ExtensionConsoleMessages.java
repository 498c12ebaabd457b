package io.amphora.extension.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class ExtensionConsoleMessages extends Messages {
    public ExtensionConsoleMessages() {
        super("i18n.extension-console");
    }
}
