package io.amphora.platform.core.unit;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;

/** Tells failures that pass when tried again from those that stay. */
final class Conflicts {
    private Conflicts() {
    }

    /** Version miss, deadlock, lock timeout, serialization failure (SQLState 40xxx), or a domain that joined the unit too late. */
    static boolean passes(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof OptimisticLockException || e instanceof PessimisticLockException || e instanceof LockTimeoutException || e instanceof UnitChanged) {
                return true;
            }
            if (e instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith("40")) {
                return true;
            }
        }
        return false;
    }

    /** The running transaction began before this domain joined the unit: begin again. */
    static final class UnitChanged extends PersistenceException {
        private static final long serialVersionUID = 1L;

        UnitChanged(Contribution domain) {
            super(domain + " joined the persistence unit after this transaction began");
        }
    }
}
