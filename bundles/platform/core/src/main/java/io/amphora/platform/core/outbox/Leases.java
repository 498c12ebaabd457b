package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What only one node may do at a time: give out events, call a certain listener. A lease is a row claimed by conditional update and
 * renewed while its owner lives. Rows claimed with {@code skip locked} would let a second node pass by the events that a first one has
 * in hand, and break the order per key. For one thread.
 */
class Leases {
    private final Tx tx;
    private final Clock clock;
    private final Duration length;
    private final String owner = UUID.randomUUID().toString();
    private final Set<String> held = new HashSet<>();
    private Instant renewed = Instant.EPOCH;

    Leases(Tx tx, Clock clock, Duration length) {
        this.tx = tx;
        this.clock = clock;
        this.length = length;
    }

    /** Only one node can have the database open: it holds everything. */
    static Leases alone() {
        return new Leases(null, null, Duration.ZERO) {
            @Override
            boolean hold(String name) {
                return true;
            }

            @Override
            boolean isHeld(String name) {
                return true;
            }

            @Override
            void renew() {
            }

            @Override
            void confirm(Statements sql, String name) {
            }

            @Override
            void retain(Set<String> names) {
            }
        };
    }

    boolean isHeld(String name) {
        return held.contains(name);
    }

    /** Takes it if it is free. */
    boolean hold(String name) {
        return held.contains(name) || take(name);
    }

    private boolean take(String name) {
        Instant now = clock.instant();
        boolean taken = Statements.call(tx, sql -> {
            if (sql.query(0, row -> 1, "select 1 from outbox_lease where lease_name = ?", name).isEmpty()) {
                sql.update("insert into outbox_lease (lease_name, owner_id, until_at) values (?, ?, ?) on conflict do nothing", name, owner, Instant.EPOCH);
            }
            return sql.update("update outbox_lease set owner_id = ?, until_at = ? where lease_name = ? and (owner_id = ? or until_at < ?)",
                    owner, now.plus(length), name, owner, now) == 1;
        });
        if (taken) {
            held.add(name);
        }
        return taken;
    }

    /** Call often; writes when a third of the time has passed. A node that was too slow has lost all. */
    void renew() {
        Instant now = clock.instant();
        if (held.isEmpty() || now.isBefore(renewed.plus(length.dividedBy(3)))) {
            return;
        }
        Set<String> still = new HashSet<>(Statements.call(tx, sql -> {
            sql.update("update outbox_lease set until_at = ? where owner_id = ? and until_at >= ?", now.plus(length), owner, now);
            return sql.query(0, row -> row.getString(1), "select lease_name from outbox_lease where owner_id = ? and until_at >= ?", owner, now);
        }));
        held.retainAll(still);
        renewed = now;
    }

    /** In the transaction that relies on it. */
    void confirm(Statements sql, String name) throws SQLException {
        List<Integer> mine = sql.query(0, row -> 1, "select 1 from outbox_lease where lease_name = ? and owner_id = ? for update", name, owner);
        if (mine.isEmpty()) {
            held.remove(name);
            throw new IllegalStateException("another node has taken over " + name);
        }
    }

    /** Gives back all but these, so that other nodes need not wait. */
    void retain(Set<String> names) {
        for (String name : List.copyOf(held)) {
            if (!names.contains(name)) {
                held.remove(name);
                Statements.call(tx, sql -> sql.update("update outbox_lease set until_at = ? where lease_name = ? and owner_id = ?", Instant.EPOCH, name, owner));
            }
        }
    }
}
