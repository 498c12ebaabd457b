package io.amphora.console.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of the shell. */
@Component(service = Messages.class)
public final class ShellMessages extends Messages {
    public ShellMessages() {
        super("i18n.console");
    }
}
