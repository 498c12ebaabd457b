package io.amphora.platform.core.outbox;

import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events: one thread that does the reading and writing and never calls a listener, so that no listener can hold it up. Wakes
 * when this node commits events, and now and then for those of others.
 */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(2);
    private static final Duration KEEP_HOUSE = Duration.ofHours(1);

    private final Tx tx;
    private final Clock clock;
    private final OutboxBell bell;
    private final Timing timing;
    private final Leases leases;
    private final FanOut fanOut;
    private final Backlog backlog;
    private final ExecutorService pool = Executors.newCachedThreadPool(r -> daemon(r, "amphora-outbox-listener"));
    private final Thread thread = daemon(this::run, "amphora-outbox");
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private List<KnownListener> known = List.of();
    private Instant lookAround = Instant.EPOCH;
    private Instant keepHouse = Instant.EPOCH;
    private volatile boolean closed;

    Dispatcher(Tx tx, Clock clock, OutboxBell bell, Timing timing, boolean alone) {
        this.tx = tx;
        this.clock = clock;
        this.bell = bell;
        this.timing = timing;
        this.leases = alone ? Leases.alone() : new Leases(tx, clock, timing.lease());
        this.fanOut = new FanOut(tx, clock, timing, leases);
        this.backlog = new Backlog(tx, clock, timing, leases);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        thread.start();
    }

    void add(EventListener listener) {
        try {
            lanes.add(new Lane(listener, pool, bell::ring));
            bell.ring();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} cannot be asked for its id and topics and gets no events", listener.getClass().getName(), e);
        }
    }

    void remove(EventListener listener) {
        lanes.removeIf(lane -> lane.listener() == listener);
    }

    private void run() {
        int failures = 0;
        while (!closed) {
            try {
                long began = System.nanoTime();
                long wait = turn().toMillis();
                failures = 0;
                bell.await(wait);
                long gap = timing.gap().toNanos() - (System.nanoTime() - began);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, gap));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                failures++;
                if (!closed) {
                    // the database may be away; nothing is lost meanwhile
                    LOG.warn("events wait: {}", e.toString(), failures == 1 ? e : null);
                }
                pause(failures);
            }
        }
    }

    private void pause(int failures) {
        try {
            bell.await(closed ? 0 : Math.min(500L * failures, 10_000));
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** @return how long nothing is to be done unless the bell rings */
    private Duration turn() throws InterruptedException {
        Map<String, Lane> here = here();
        Instant now = clock.instant();
        boolean lookAgain = lookAround(here, now) | bell.takeRevived();
        leases.renew();
        here.values().forEach(backlog::settle);
        boolean more = leases.hold(FanOut.LEASE) && fanOut.round(known, here);
        Instant next = more ? now : now.plus(timing.poll());
        leases.retain(needed(here));
        for (Lane lane : here.values()) {
            if (lookAgain) {
                lane.backlog(true);
            }
            next = earlier(next, backlog.drain(lane));
            if (!lane.isIdle()) {
                next = earlier(next, now.plus(timing.deadline()).minusNanos(lane.call().nanos()));
            }
        }
        Duration wait = Duration.between(clock.instant(), next);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** The one who gives out events calls the listeners, too; on other nodes only those that have something to catch up with. */
    private Set<String> needed(Map<String, Lane> here) {
        Set<String> needed = new HashSet<>(Set.of(FanOut.LEASE));
        here.values().stream().filter(lane -> leases.isHeld(FanOut.LEASE) || lane.hasBacklog() || !lane.isIdle()).map(Backlog::lease).forEach(needed::add);
        return needed;
    }

    private static Instant earlier(Instant a, Instant b) {
        return b == null || a.isBefore(b) ? a : b;
    }

    /** By id; of two with the same one only the first counts. */
    private Map<String, Lane> here() {
        Map<String, Lane> here = new LinkedHashMap<>();
        lanes.forEach(lane -> here.putIfAbsent(lane.id(), lane));
        return here;
    }

    /** Who listens: newcomers here at once, those of other nodes a little later. @return whether it looked */
    private boolean lookAround(Map<String, Lane> here, Instant now) {
        List<Lane> newcomers = here.values().stream().filter(lane -> !lane.isRegistered()).toList();
        boolean keepHouseNow = !now.isBefore(keepHouse);
        if (newcomers.isEmpty() && now.isBefore(lookAround) && !keepHouseNow) {
            return false;
        }
        known = Statements.call(tx, sql -> {
            for (Lane lane : keepHouseNow ? here.values() : newcomers) {
                ListenerTable.seen(sql, lane.id(), lane.topics(), now);
            }
            if (keepHouseNow) {
                ListenerTable.forget(sql, now.minus(timing.absence()));
            }
            return ListenerTable.all(sql);
        });
        newcomers.forEach(Lane::registered);
        lookAround = now.plus(LOOK_AROUND);
        keepHouse = keepHouseNow ? now.plus(KEEP_HOUSE) : keepHouse;
        return true;
    }

    /** Calls that run now are not waited for: what they were to take is still there and comes again. */
    @Override
    public void close() {
        closed = true;
        bell.ring();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            pool.shutdown();
            leases.retain(Set.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("the leases run out by themselves", e);
        }
    }
}
