package io.amphora.platform.core.unit;

import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.RollbackException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transaction of one thread. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Generation generation;
    private final EntityManager em;
    private final List<Runnable> beforeCommit = new ArrayList<>(2);
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private Throwable failed;

    Running(Generation generation, EntityManager em) {
        this.generation = generation;
        this.em = em;
    }

    <R> R run(Tx.Work<R> work) {
        EntityTransaction transaction = em.getTransaction();
        transaction.begin();
        try {
            // else EclipseLink reads on other connections of the pool until the first write
            em.unwrap(UnitOfWorkImpl.class).beginEarlyTransaction();
            R result = work.in(em);
            // by index, as an action may bring another
            for (int i = 0; failed == null && i < beforeCommit.size(); i++) {
                beforeCommit.get(i).run();
            }
            if (failed != null) {
                throw new RollbackException("a joined call failed", failed);
            }
            transaction.commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollback(transaction, e);
            throw e;
        }
    }

    private static void rollback(EntityTransaction transaction, Throwable why) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    <R> R join(Contribution domain, Tx.Work<R> work) {
        try {
            if (!generation.has(domain)) {
                throw new Conflicts.UnitChanged(domain);
            }
            return work.in(em);
        } catch (RuntimeException | Error e) {
            // whoever catches it on the way out: no commit of a half
            failed = e;
            throw e;
        }
    }

    void beforeCommit(Runnable action) {
        beforeCommit.add(action);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** The work is committed: nobody may hear of a failure here as if it were not. */
    void committed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("an action after a commit failed", e);
            }
        }
    }
}
