package io.amphora.platform.core.outbox;

import io.amphora.platform.core.sql.Statements;
import java.sql.SQLException;

/** Ids of events: of a sequence, five hundred at a time. */
final class IdBlock {
    private static final int SIZE = 500;

    private long next = 1;
    private long last;

    synchronized long next(Statements sql) throws SQLException {
        if (next > last) {
            last = sql.nextOf("s_outbox_event");
            next = last - SIZE + 1;
        }
        return next++;
    }
}
