package io.amphora.notification.core.store;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of messages. */
@Component
public final class NotificationEntities implements EntityContribution {
    @Override
    public String domain() {
        return "notification";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(MessageEntity.class, TemplateEntity.class, SubscriptionEntity.class, QuietEntity.class, WebhookEntity.class);
    }
}
