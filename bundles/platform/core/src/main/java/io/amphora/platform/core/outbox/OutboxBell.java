package io.amphora.platform.core.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Wakes the dispatcher. Ringing costs next to nothing, however often. */
@Component(service = OutboxBell.class)
public final class OutboxBell {
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean revived;

    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** A dead letter is to be delivered again. */
    public void revived() {
        revived = true;
        ring();
    }

    /** Whether there was one since the last time it was asked. */
    boolean takeRevived() {
        boolean was = revived;
        revived = false;
        return was;
    }

    /** Returns when it was rung since the last return, or the time is up. */
    public void await(long millis) throws InterruptedException {
        rung.tryAcquire(millis, TimeUnit.MILLISECONDS);
        rung.drainPermits();
    }
}
