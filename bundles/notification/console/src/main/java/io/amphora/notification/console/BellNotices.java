package io.amphora.notification.console;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleNotices;
import io.amphora.notification.api.Notices;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own messages, for the console's bell. */
@Component(service = ConsoleNotices.class)
public final class BellNotices implements ConsoleNotices {
    private final Notices notices;

    @Activate
    public BellNotices(@Reference Notices notices) {
        this.notices = notices;
    }

    @Override
    public String page() {
        return MyNotificationsPage.PATH;
    }

    @Override
    public int unread(Actor actor, int limit) {
        return notices.unread(actor, limit);
    }

    @Override
    public List<Notice> recent(Actor actor, int limit) {
        return notices.list(actor, PageRequest.first(limit)).items().stream().map(m -> new Notice(String.valueOf(m.id()), m.subject(), m.sentAt(), m.unread(), m.link())).toList();
    }

    @Override
    public void read(Actor actor, Collection<String> ids) {
        if (ids == null) {
            notices.readAll(actor);
        } else {
            notices.read(actor, ids.stream().map(Long::valueOf).toList());
        }
    }
}
