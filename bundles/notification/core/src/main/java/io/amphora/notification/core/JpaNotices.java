package io.amphora.notification.core;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.Notices;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.notification.core.text.Json;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's own messages; whose they are follows from who asks. */
@Component(service = Notices.class)
public final class JpaNotices implements Notices {
    private final Tx tx;
    private final Outbox outbox;

    @Activate
    public JpaNotices(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    @Override
    public int unread(Actor by, int limit) {
        return tx.call(em -> MessageRows.unread(em, by.name(), limit));
    }

    @Override
    public Page<Message> list(Actor by, PageRequest page) {
        return Page.of(tx.call(em -> MessageRows.bell(em, by.name(), page.afterNumber(), page.size() + 1).stream().map(MessageEntity::toMessage).toList()), page.size(), Message::id);
    }

    @Override
    public void read(Actor by, Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        tx.callWithRetry(em -> {
            int changed = 0;
            for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
                changed += MessageRows.read(em, by.name(), all.subList(from, Math.min(from + Sql.MAX_IN, all.size())));
            }
            tell(by, changed);
            return null;
        });
    }

    @Override
    public void readAll(Actor by) {
        tx.callWithRetry(em -> {
            tell(by, MessageRows.read(em, by.name(), null));
            return null;
        });
    }

    /** Other windows of the same person. */
    private void tell(Actor by, int changed) {
        if (changed > 0) {
            outbox.add("notification.bell", by.name(), "{\"by\":" + Json.quoted(by.name()) + "}");
        }
    }
}
