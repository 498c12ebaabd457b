package io.amphora.returns.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class ReturnConsoleMessages extends Messages {
    public ReturnConsoleMessages() {
        super("i18n.returns-console");
    }
}
