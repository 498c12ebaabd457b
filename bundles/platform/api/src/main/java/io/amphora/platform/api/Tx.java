package io.amphora.platform.api;

import jakarta.persistence.EntityManager;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way into the database. There is one service per domain, with the property {@code domain}, while the entities of that
 * domain are part of the unit: {@code @Reference(target = "(domain=order)") Tx tx}. It stays the same object when other domains
 * come and go. A call inside a call joins it: one EntityManager, one connection, one commit; an exception anywhere undoes
 * everything. Thread-safe; the work runs on the calling thread and does no I/O but to this database.
 */
@ProviderType
public interface Tx {
    /** What happens inside the transaction. May run more than once in {@link #callWithRetry}. */
    @FunctionalInterface
    interface Work<R> {
        R in(EntityManager em);
    }

    /** Runs the work in the running transaction, or in one of its own. @throws RuntimeException what the work threw; all undone */
    <R> R call(Work<R> work);

    /**
     * As {@link #call}; the outermost call runs the work again (up to {@code attempts} times in all) when the database or a
     * version check says that somebody was faster (SQLState 40xxx, optimistic lock).
     */
    <R> R callWithRetry(int attempts, Work<R> work);

    /** As {@link #callWithRetry} with the number of attempts that suits a use case of a person or a machine at a face. */
    default <R> R callWithRetry(Work<R> work) {
        return callWithRetry(20, work);
    }

    /**
     * Runs the action as the last work of the running transaction, before its commit; what it throws undoes everything. It may use
     * any Tx. What JPA has not flushed by then is written after it.
     */
    void beforeCommit(Runnable action);

    /** Runs the action on this thread after the running transaction has committed; never if it rolls back. */
    void afterCommit(Runnable action);
}
