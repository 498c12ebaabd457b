package io.amphora.platform.core.outbox;

import io.amphora.platform.core.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The SQL of the listeners that ever appeared. Each method is part of the transaction of its {@link Statements}. */
final class ListenerTable {
    private ListenerTable() {
    }

    static List<KnownListener> all(Statements sql) throws SQLException {
        return sql.query(0, row -> new KnownListener(row.getString("id"), Topics.parse(row.getString("topics")), Statements.instant(row, "first_seen")),
                "select id, topics, first_seen from outbox_listener order by id");
    }

    static void seen(Statements sql, String id, Topics topics, Instant now) throws SQLException {
        if (sql.update("update outbox_listener set topics = ?, last_seen = ? where id = ?", topics.toString(), now, id) == 0) {
            sql.update("insert into outbox_listener (topics, last_seen, id, first_seen) values (?, ?, ?, ?)", topics.toString(), now, id, now);
        }
    }

    /** Those that went away and did not come back, and what was kept for them. */
    static void forget(Statements sql, Instant before) throws SQLException {
        sql.update("delete from outbox_pending where listener_id in (select id from outbox_listener where last_seen < ?)", before);
        sql.update("delete from outbox_listener where last_seen < ?", before);
    }
}
