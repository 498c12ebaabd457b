package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a listener that failed or lagged up to date, from its own copies. An event that was refused once is tried alone, with growing
 * pauses, while later events of its key wait; after the last attempt it goes to the dead letters.
 */
final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final int LOOK_AHEAD = 500;

    private final Tx tx;
    private final Clock clock;
    private final Timing timing;
    private final Leases leases;

    Backlog(Tx tx, Clock clock, Timing timing, Leases leases) {
        this.tx = tx;
        this.clock = clock;
        this.timing = timing;
        this.leases = leases;
    }

    static String lease(Lane lane) {
        return "listener " + lane.id();
    }

    /** Looks after a call that has copies: it has returned, or its time is up. */
    void settle(Lane lane) {
        Call call = lane.call();
        if (call == null) {
            return;
        }
        if (call.hasReturned()) {
            lane.ended();
            if (!call.isAbandoned()) {
                settle(lane, call.deliveries(), call.failure());
            }
        } else if (!call.isAbandoned() && call.nanos() > timing.deadline().toNanos()) {
            call.abandon();
            settle(lane, call.deliveries(), new TimeoutException("no return within " + timing.deadline().toSeconds() + " s"));
        }
    }

    private void settle(Lane lane, List<Delivery> deliveries, Throwable failure) {
        if (failure == null) {
            Statements.call(tx, sql -> {
                OutboxTables.deletePending(sql, lane.id(), deliveries);
                return null;
            });
            lane.succeeded();
            return;
        }
        log(lane, failure, deliveries);
        Instant now = clock.instant();
        lane.failed(deliveries.size(), now, timing);
        if (deliveries.size() == 1) {
            Delivery delivery = deliveries.get(0);
            Delivery later = delivery.failed(now.plus(timing.pause(delivery.attempts() + 1)));
            Statements.call(tx, sql -> {
                if (later.attempts() < timing.attempts()) {
                    OutboxTables.postpone(sql, lane.id(), later);
                } else {
                    LOG.error("{} never took event {} ({} of {}): it is among the dead letters now", lane.id(), delivery.id(), delivery.event().topic(), delivery.event().key());
                    OutboxTables.bury(sql, lane.id(), delivery, failure.toString(), now);
                }
                return null;
            });
        }
    }

    static void log(Lane lane, Throwable failure, List<Delivery> deliveries) {
        if (deliveries.size() == 1) {
            Delivery delivery = deliveries.get(0);
            // the same trace ten times helps nobody
            LOG.warn("{} did not take event {} (attempt {}): {}", lane.id(), delivery.id(), delivery.attempts() + 1, failure.toString(),
                    delivery.attempts() == 0 ? failure : null);
        } else {
            LOG.info("{} did not take {} events, which are tried in smaller parts: {}", lane.id(), deliveries.size(), failure.toString());
        }
    }

    /** Starts the next call if the lane is free. @return when to look again, or null if only a new event can change anything */
    Instant drain(Lane lane) {
        if (!lane.isIdle() || !lane.hasBacklog()) {
            return null;
        }
        Instant now = clock.instant();
        if (now.isBefore(lane.pausedUntil())) {
            return lane.pausedUntil();
        }
        List<Delivery> pending = Statements.call(tx, sql -> OutboxTables.pending(sql, lane.id(), LOOK_AHEAD));
        if (pending.isEmpty()) {
            lane.backlog(false);
            return null;
        }
        if (!leases.isHeld(lease(lane))) {
            // if it comes now, look again: another node may just have delivered these
            return leases.hold(lease(lane)) ? now : now.plus(timing.lease().dividedBy(3));
        }
        List<Delivery> due = due(pending, now, lane.limit());
        if (due.isEmpty()) {
            return pending.stream().map(Delivery::nextAt).filter(now::isBefore).min(Instant::compareTo).orElse(now);
        }
        lane.start(due);
        return null;
    }

    /** Oldest first; not what waits for its pause, nor what comes after such a one with the same key; what was refused before, alone. */
    static List<Delivery> due(List<Delivery> pending, Instant now, int limit) {
        List<Delivery> due = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (Delivery delivery : pending) {
            String key = delivery.event().key();
            if (delivery.nextAt().isAfter(now)) {
                waiting.add(key);
            } else if (!waiting.contains(key)) {
                if (delivery.attempts() > 0) {
                    return due.isEmpty() ? List.of(delivery) : due;
                }
                due.add(delivery);
                if (due.size() == limit) {
                    return due;
                }
            }
        }
        return due;
    }
}
