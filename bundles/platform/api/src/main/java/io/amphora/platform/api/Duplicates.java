package io.amphora.platform.api;

import java.sql.SQLException;

/** Tells from a failed write that somebody else was first with the same unique value. */
public final class Duplicates {
    private Duplicates() {
    }

    /** Whether the failure, or what caused it, is a violated unique constraint (SQLState 23505 on every database here). */
    public static boolean caused(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && inChain(sql)) {
                return true;
            }
        }
        return false;
    }

    /** A failed batch says why in the exceptions behind the first. */
    private static boolean inChain(SQLException first) {
        for (SQLException e = first; e != null; e = e.getNextException()) {
            if ("23505".equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
