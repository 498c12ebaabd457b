package io.amphora.platform.core.outbox;

import io.amphora.platform.api.EventListener;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The way of events to one listener that is here: one call at a time. While it keeps up, events go to it straight from the outbox;
 * once it fails or lags, they go through copies of its own until it has caught up. For the dispatcher's thread.
 */
final class Lane {
    static final int BATCH = 500;

    private final EventListener listener;
    private final String id;
    private final Topics topics;
    private final Executor pool;
    private final Runnable onReturn;
    private Call call;
    /** There may be copies from before. */
    private boolean backlog = true;
    private boolean registered;
    private int limit = BATCH;
    private int failures;
    private Instant pausedUntil = Instant.EPOCH;

    Lane(EventListener listener, Executor pool, Runnable onReturn) {
        this.listener = listener;
        this.id = listener.id();
        this.topics = new Topics(listener.topics());
        this.pool = pool;
        this.onReturn = onReturn;
    }

    EventListener listener() {
        return listener;
    }

    String id() {
        return id;
    }

    Topics topics() {
        return topics;
    }

    boolean isRegistered() {
        return registered;
    }

    void registered() {
        registered = true;
    }

    Call start(List<Delivery> deliveries) {
        call = new Call(listener, deliveries, onReturn);
        pool.execute(call);
        return call;
    }

    /** Null when idle. */
    Call call() {
        return call;
    }

    void ended() {
        call = null;
    }

    boolean isIdle() {
        return call == null;
    }

    boolean hasBacklog() {
        return backlog;
    }

    void backlog(boolean there) {
        backlog = there;
    }

    /** How many events at once: fewer after a failure, to find the one that it cannot take. */
    int limit() {
        return limit;
    }

    Instant pausedUntil() {
        return pausedUntil;
    }

    void succeeded() {
        limit = Math.min(BATCH, limit * 2);
        failures = 0;
    }

    void failed(int events, Instant now, Timing timing) {
        limit = Math.max(1, events / 2);
        failures++;
        if (events == 1) {
            pausedUntil = now.plus(timing.pause(failures));
        }
        backlog = true;
    }
}
