package io.amphora.audit.core;

import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears of everything and writes it down, a batch of rows per batch of events. */
@Component
public final class EventRecorder implements EventListener {
    private static final String INSERT = "insert into audit_entry (event_id, occurred_at, who, area, topic, subject, details) values (?, ?, ?, ?, ?, ?, ?)";

    private final Tx tx;

    @Activate
    public EventRecorder(@Reference(target = "(domain=audit)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public List<String> topics() {
        return List.of("*");
    }

    @Override
    public void on(List<Event> events) {
        try {
            tx.callWithRetry(em -> Sql.batch(em, INSERT, rows(events)));
        } catch (PersistenceException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // heard before: rare, so only then is it looked up what is there
            tx.callWithRetry(em -> Sql.batch(em, INSERT, rows(unwritten(em, events))));
        }
    }

    private static List<Event> unwritten(EntityManager em, List<Event> events) {
        Set<Long> written = new HashSet<>();
        for (int i = 0; i < events.size(); i += Sql.MAX_IN) {
            List<Long> ids = events.subList(i, Math.min(events.size(), i + Sql.MAX_IN)).stream().map(Event::id).toList();
            Sql.of("select event_id from audit_entry where event_id").in(" in", ids).<Number>values(em).forEach(id -> written.add(id.longValue()));
        }
        return events.stream().filter(e -> !written.contains(e.id())).toList();
    }

    private static List<Object[]> rows(List<Event> events) {
        List<Object[]> rows = new ArrayList<>(events.size());
        for (Event e : events) {
            if (Payload.passing(e.payload())) {
                continue;
            }
            Payload payload = Payload.of(e.payload());
            int dot = e.topic().indexOf('.');
            rows.add(new Object[] {e.id(), e.at(), payload.by(), dot < 0 ? e.topic() : e.topic().substring(0, dot), e.topic(), e.key(), payload.details()});
        }
        return rows;
    }
}
