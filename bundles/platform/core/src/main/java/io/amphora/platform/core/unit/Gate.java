package io.amphora.platform.core.unit;

import jakarta.persistence.PersistenceException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many transactions run at once, first come first served. Stands in front of the connection pool, whose own queue is unfair:
 * there the unlucky wait very long.
 */
final class Gate {
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore permits;

    Gate(int transactions) {
        permits = new Semaphore(transactions, true);
    }

    void enter() {
        try {
            // no barging: tryAcquire() without a time would overtake those who wait
            if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new PersistenceException("no transaction could begin within " + PATIENCE_SECONDS + " s: the database is too slow or hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PersistenceException("interrupted while waiting to begin a transaction", e);
        }
    }

    void leave() {
        permits.release();
    }
}
