package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import io.amphora.platform.core.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The SQL of the events on their way. Each method is part of the transaction of its {@link Statements}. */
final class OutboxTables {
    private static final String EVENT = "seq_no, event_id, topic, event_key, payload, written_at";
    private static final int REASON = 1_000;

    private OutboxTables() {
    }

    /** The oldest events that were not given out yet. */
    static List<Delivery> oldest(Statements sql, int max) throws SQLException {
        return sql.query(max, row -> new Delivery(row.getLong("seq_no"), event(row, "id"), 0, Instant.EPOCH),
                "select seq_no, id, topic, event_key, payload, written_at from outbox_event order by seq_no");
    }

    /** By id: others with numbers between theirs may be committed only now. */
    static void deleteEvents(Statements sql, List<Delivery> events) throws SQLException {
        sql.batch("delete from outbox_event where id = ?", events, (statement, d) -> statement.setLong(1, d.id()));
    }

    static void keep(Statements sql, String listener, List<Delivery> deliveries) throws SQLException {
        sql.batch("insert into outbox_pending (" + EVENT + ", attempts, next_at, listener_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", deliveries, (statement, d) -> {
            statement.setLong(1, d.seqNo());
            statement.setLong(2, d.id());
            statement.setString(3, d.event().topic());
            statement.setString(4, d.event().key());
            statement.setString(5, d.event().payload());
            statement.setTimestamp(6, Statements.timestamp(d.event().at()));
            statement.setInt(7, d.attempts());
            statement.setTimestamp(8, Statements.timestamp(d.nextAt()));
            statement.setString(9, listener);
        });
    }

    static List<Delivery> pending(Statements sql, String listener, int max) throws SQLException {
        return sql.query(max, row -> new Delivery(row.getLong("seq_no"), event(row, "event_id"), row.getInt("attempts"), Statements.instant(row, "next_at")),
                "select " + EVENT + ", attempts, next_at from outbox_pending where listener_id = ? order by seq_no", listener);
    }

    static void deletePending(Statements sql, String listener, List<Delivery> deliveries) throws SQLException {
        sql.batch("delete from outbox_pending where listener_id = ? and event_id = ?", deliveries, (statement, d) -> {
            statement.setString(1, listener);
            statement.setLong(2, d.id());
        });
    }

    static void postpone(Statements sql, String listener, Delivery d) throws SQLException {
        sql.update("update outbox_pending set attempts = ?, next_at = ? where listener_id = ? and event_id = ?", d.attempts(), d.nextAt(), listener, d.id());
    }

    /** From the pending to the dead. */
    static void bury(Statements sql, String listener, Delivery d, String reason, Instant now) throws SQLException {
        sql.update("insert into outbox_dead_letter (" + EVENT + ", listener_id, reason, died_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", d.seqNo(), d.id(), d.event().topic(),
                d.event().key(), d.event().payload(), d.event().at(), listener, reason.substring(0, Math.min(reason.length(), REASON)), now);
        deletePending(sql, listener, List.of(d));
    }

    /** From the dead back to the pending, as if never tried; the oldest of its key goes first. */
    static void revive(Statements sql, long deadLetter) throws SQLException {
        sql.update("insert into outbox_pending (" + EVENT + ", attempts, next_at, listener_id) select " + EVENT + ", 0, died_at, listener_id from outbox_dead_letter d"
                + " where id = ? and not exists (select 1 from outbox_pending p where p.listener_id = d.listener_id and p.event_id = d.event_id)", deadLetter);
        sql.update("delete from outbox_dead_letter where id = ?", deadLetter);
    }

    static Event event(ResultSet row, String id) throws SQLException {
        return new Event(row.getLong(id), row.getString("topic"), row.getString("event_key"), row.getString("payload"), Statements.instant(row, "written_at"));
    }
}
