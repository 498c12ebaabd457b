package io.amphora.identity.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class IdentityConsoleMessages extends Messages {
    public IdentityConsoleMessages() {
        super("i18n.identity-console");
    }
}
