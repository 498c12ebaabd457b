package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes events as rows of the running transaction; after its commit tells the screens of this node and wakes the dispatcher. */
@Component(service = Outbox.class)
public final class JpaOutbox implements Outbox {
    private static final int TOPIC = 100;
    private static final int KEY = 200;
    private static final int PAYLOAD = 30_000;

    private final Tx tx;
    private final Clock clock;
    private final LiveFeed live;
    private final OutboxBell bell;
    private final ThreadLocal<Batch> batches = new ThreadLocal<>();

    @Activate
    public JpaOutbox(@Reference(target = "(domain=platform)") Tx tx, @Reference Clock clock, @Reference LiveFeed live, @Reference OutboxBell bell) {
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
        tx.call(em -> {
            OutboxEvent event = new OutboxEvent(topic, key, payload, clock.instant());
            em.persist(event);
            batchOf(em).add(event);
            return null;
        });
    }

    private static void check(String what, String value, int max) {
        if (value == null || value.length() > max) {
            throw new IllegalArgumentException("an event's " + what + " has at most " + max + " characters: " + (value == null ? null : value.length()));
        }
    }

    /** Events of one transaction are told together. One that rolled back leaves its batch behind until the thread's next transaction. */
    private Batch batchOf(EntityManager em) {
        Batch batch = batches.get();
        if (batch == null || batch.em != em) {
            Batch fresh = new Batch(em);
            batches.set(fresh);
            tx.afterCommit(() -> committed(fresh));
            return fresh;
        }
        return batch;
    }

    private void committed(Batch batch) {
        batches.remove();
        bell.ring();
        if (live.isListening()) {
            live.tell(batch.events());
        }
    }

    private static final class Batch {
        private final EntityManager em;
        private final List<OutboxEvent> written = new ArrayList<>(4);

        Batch(EntityManager em) {
            this.em = em;
        }

        void add(OutboxEvent event) {
            written.add(event);
        }

        List<Event> events() {
            return written.stream().map(OutboxEvent::toEvent).toList();
        }
    }
}
