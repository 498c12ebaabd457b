package io.amphora.platform.core.sql;

import java.sql.SQLException;

/** Ids of a sequence that steps by five hundred, as EclipseLink would take them. Thread-safe. */
public final class IdBlock {
    private static final int SIZE = 500;

    private final String sequence;
    private long next = 1;
    private long last;

    public IdBlock(String sequence) {
        this.sequence = sequence;
    }

    public synchronized long next(Statements sql) throws SQLException {
        if (next > last) {
            last = sql.nextOf(sequence);
            next = last - SIZE + 1;
        }
        return next++;
    }
}
