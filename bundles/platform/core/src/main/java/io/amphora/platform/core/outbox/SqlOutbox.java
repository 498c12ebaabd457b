package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.IdBlock;
import io.amphora.platform.core.sql.Statements;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes the events of a transaction as one batch right before its commit, in the order they were added (JPA would write them in any),
 * and after it tells the screens of this node and wakes the dispatcher.
 */
@Component(service = Outbox.class)
public final class SqlOutbox implements Outbox {
    private static final int TOPIC = 100;
    private static final int KEY = 200;
    private static final int PAYLOAD = 30_000;

    private final Tx tx;
    private final Clock clock;
    private final LiveFeed live;
    private final OutboxBell bell;
    private final IdBlock ids = new IdBlock("s_outbox_event");
    /** One that rolled back leaves its batch behind until the thread's next transaction. */
    private final ThreadLocal<Batch> batches = new ThreadLocal<>();

    @Activate
    public SqlOutbox(@Reference(target = "(domain=platform)") Tx tx, @Reference Clock clock, @Reference LiveFeed live, @Reference OutboxBell bell) {
        this.tx = tx;
        this.clock = clock;
        this.live = live;
        this.bell = bell;
    }

    @Override
    public void add(String topic, String key, String payload) {
        check("topic", topic, TOPIC);
        check("key", key, KEY);
        check("payload", payload, PAYLOAD);
        tx.call(em -> batchOf(em).added.add(new Added(topic, key, payload, clock.instant())));
    }

    private static void check(String what, String value, int max) {
        if (value == null || value.length() > max) {
            throw new IllegalArgumentException("the " + what + " of an event must be there and have at most " + max + " characters, not "
                    + (value == null ? "null" : value.length()));
        }
    }

    private Batch batchOf(EntityManager em) {
        Batch batch = batches.get();
        if (batch == null || batch.em != em) {
            Batch fresh = new Batch(em);
            batches.set(fresh);
            tx.beforeCommit(() -> write(fresh));
            tx.afterCommit(() -> committed(fresh));
            return fresh;
        }
        return batch;
    }

    private void write(Batch batch) {
        // others may add events right before the commit, too
        batches.remove();
        batch.written = Statements.call(tx, sql -> insert(sql, batch.added));
    }

    private List<Event> insert(Statements sql, List<Added> added) throws SQLException {
        List<Event> events = new ArrayList<>(added.size());
        for (Added a : added) {
            events.add(new Event(ids.next(sql), a.topic, a.key, a.payload, a.at));
        }
        sql.batch("insert into outbox_event (id, topic, event_key, payload, written_at) values (?, ?, ?, ?, ?)", events, (statement, event) -> {
            statement.setLong(1, event.id());
            statement.setString(2, event.topic());
            statement.setString(3, event.key());
            statement.setString(4, event.payload());
            statement.setTimestamp(5, Statements.timestamp(event.at()));
        });
        return events;
    }

    private void committed(Batch batch) {
        bell.ring();
        if (live.isListening()) {
            live.tell(batch.written);
        }
    }

    private record Added(String topic, String key, String payload, Instant at) {
    }

    private static final class Batch {
        private final EntityManager em;
        private final List<Added> added = new ArrayList<>(4);
        private List<Event> written = List.of();

        Batch(EntityManager em) {
            this.em = em;
        }
    }
}
