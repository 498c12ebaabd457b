package io.amphora.audit.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class AuditConsoleMessages extends Messages {
    public AuditConsoleMessages() {
        super("i18n.audit-console");
    }
}
