package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the oldest events out of the outbox once every listener that wants them has taken them, or has copies of its own. Until
 * then they stay: who dies in between gives them out again.
 */
final class FanOut {
    static final String LEASE = "outbox";
    private static final int BATCH = 500;

    private final Tx tx;
    private final Clock clock;
    private final Timing timing;
    private final Leases leases;

    FanOut(Tx tx, Clock clock, Timing timing, Leases leases) {
        this.tx = tx;
        this.clock = clock;
        this.timing = timing;
        this.leases = leases;
    }

    /** @return whether there may be more */
    boolean round(List<KnownListener> known, Map<String, Lane> lanes) throws InterruptedException {
        List<Delivery> events = Statements.call(tx, sql -> OutboxTables.oldest(sql, BATCH));
        if (events.isEmpty()) {
            return false;
        }
        Map<String, List<Delivery>> copies = new LinkedHashMap<>();
        List<Lane> direct = new ArrayList<>();
        for (KnownListener listener : known) {
            give(listener, events.stream().filter(listener::wants).toList(), lanes.get(listener.id()), direct, copies);
        }
        await(direct, copies);
        Statements.call(tx, sql -> {
            leases.confirm(sql, LEASE);
            for (Map.Entry<String, List<Delivery>> copy : copies.entrySet()) {
                OutboxTables.keep(sql, copy.getKey(), copy.getValue());
            }
            OutboxTables.deleteEvents(sql, events);
            return null;
        });
        return events.size() == BATCH;
    }

    private void give(KnownListener listener, List<Delivery> wanted, Lane lane, List<Lane> direct, Map<String, List<Delivery>> copies) {
        if (wanted.isEmpty()) {
            return;
        }
        if (lane != null && lane.isIdle() && !lane.hasBacklog() && leases.hold(Backlog.lease(lane))) {
            lane.start(wanted);
            direct.add(lane);
        } else {
            copies.put(listener.id(), wanted);
            if (lane != null) {
                lane.backlog(true);
            }
        }
    }

    private void await(List<Lane> direct, Map<String, List<Delivery>> copies) throws InterruptedException {
        long until = System.nanoTime() + timing.patience().toNanos();
        for (Lane lane : direct) {
            Call call = lane.call();
            call.await(until - System.nanoTime());
            if (!call.hasReturned()) {
                // settled later, like any other call with copies
                copies.put(lane.id(), call.deliveries());
                lane.backlog(true);
            } else {
                lane.ended();
                if (call.failure() == null) {
                    lane.succeeded();
                } else {
                    copies.put(lane.id(), failed(lane, call));
                }
            }
        }
    }

    /** Of several events nobody knows which one it was: they are tried again in smaller parts. */
    private List<Delivery> failed(Lane lane, Call call) {
        List<Delivery> deliveries = call.deliveries();
        lane.failed(deliveries.size(), clock.instant(), timing);
        Backlog.log(lane, call.failure(), deliveries);
        return deliveries.size() > 1 ? deliveries : List.of(deliveries.get(0).failed(clock.instant().plus(timing.pause(1))));
    }
}
