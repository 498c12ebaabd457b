package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Tx;
import java.util.function.BooleanSupplier;

/** Behaves as if the process was killed before certain transactions. */
record TxThatDies(Tx tx, BooleanSupplier now) implements Tx {
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void mayDie() {
        if (now.getAsBoolean()) {
            throw new Killed();
        }
    }

    @Override
    public <R> R call(Work<R> work) {
        mayDie();
        return tx.call(work);
    }

    @Override
    public <R> R callWithRetry(int attempts, Work<R> work) {
        mayDie();
        return tx.callWithRetry(attempts, work);
    }

    @Override
    public void beforeCommit(Runnable action) {
        tx.beforeCommit(action);
    }

    @Override
    public void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }
}
