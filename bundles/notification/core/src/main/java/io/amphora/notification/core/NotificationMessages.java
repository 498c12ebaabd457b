package io.amphora.notification.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** What is wrong with templates, subscriptions and webhooks, in all languages. */
@Component(service = Messages.class)
public final class NotificationMessages extends Messages {
    public NotificationMessages() {
        super("i18n.notification-core");
    }
}
