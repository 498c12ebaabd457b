package io.amphora.notification.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class NotificationConsoleMessages extends Messages {
    public NotificationConsoleMessages() {
        super("i18n.notification-console");
    }
}
