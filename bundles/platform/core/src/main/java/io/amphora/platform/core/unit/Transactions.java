package io.amphora.platform.core.unit;

import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The transactions of one unit: one per thread, calls inside calls join it. */
final class Transactions {
    private final ThreadLocal<Running> thread = new ThreadLocal<>();
    private final Supplier<Generation> current;
    private final Gate gate;

    Transactions(Supplier<Generation> current, int atOnce) {
        this.current = current;
        this.gate = new Gate(atOnce);
    }

    <R> R call(Contribution domain, Tx.Work<R> work) {
        Running outer = thread.get();
        return outer != null ? outer.join(domain, work) : begin(domain, work);
    }

    private <R> R begin(Contribution domain, Tx.Work<R> work) {
        Running running;
        R result;
        gate.enter();
        try {
            Generation generation = enter(domain);
            try (EntityManager em = generation.createEntityManager()) {
                running = new Running(generation, em);
                thread.set(running);
                result = running.run(work);
            } finally {
                thread.remove();
                generation.leave();
            }
        } finally {
            gate.leave();
        }
        running.committed();
        return result;
    }

    private Generation enter(Contribution domain) {
        while (true) {
            Generation generation = current.get();
            if (generation == null) {
                throw new IllegalStateException("the persistence unit is closed");
            }
            if (generation.enter()) {
                if (generation.has(domain)) {
                    return generation;
                }
                generation.leave();
                throw new IllegalStateException(domain + " has left the persistence unit");
            }
        }
    }

    <R> R callWithRetry(Contribution domain, int attempts, Tx.Work<R> work) {
        if (thread.get() != null) {
            return call(domain, work);
        }
        for (int attempt = 1;; attempt++) {
            try {
                return call(domain, work);
            } catch (PersistenceException e) {
                if (attempt >= attempts || !Conflicts.passes(e)) {
                    throw e;
                }
                pause(attempt, e);
            }
        }
    }

    /** Short and of random length, so that those who collided do not collide again. */
    private static void pause(int attempt, PersistenceException conflict) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(2 * attempt) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }

    Running running() {
        Running running = thread.get();
        if (running == null) {
            throw new IllegalStateException("no transaction is running on this thread");
        }
        return running;
    }
}
