package io.amphora.platform.core.unit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One EntityManagerFactory and who uses it. Closes when it is retired and its last transaction has ended. */
final class Generation {
    private final int number;
    private final List<Contribution> members;
    private final EntityManagerFactory factory;
    private final Runnable onClosed;
    /** Begins with one: it serves. */
    private final AtomicInteger users = new AtomicInteger(1);

    Generation(int number, List<Contribution> members, EntityManagerFactory factory, Runnable onClosed) {
        this.number = number;
        this.members = List.copyOf(members);
        this.factory = factory;
        this.onClosed = onClosed;
    }

    int number() {
        return number;
    }

    List<Contribution> members() {
        return members;
    }

    boolean has(Contribution contribution) {
        return members.contains(contribution);
    }

    EntityManager createEntityManager() {
        return factory.createEntityManager();
    }

    /** @return false if it is too late: ask for the current generation again */
    boolean enter() {
        return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            factory.close();
            onClosed.run();
        }
    }

    void retire() {
        leave();
    }
}
