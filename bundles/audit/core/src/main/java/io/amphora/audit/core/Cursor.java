package io.amphora.audit.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a page ended: time, then event. */
record Cursor(Instant at, long id) {
    /** @return null for the first page */
    static Cursor of(PageRequest page) {
        if (page.after() == null) {
            return null;
        }
        String[] parts = page.after().split("\\.", -1);
        try {
            if (parts.length == 2) {
                return new Cursor(Instant.EPOCH.plus(Long.parseLong(parts[0], 36), ChronoUnit.MICROS), Long.parseLong(parts[1], 36));
            }
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException e) {
            throw broken();
        }
        throw broken();
    }

    String text() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), 36) + "." + Long.toString(id, 36);
    }

    private static AmphoraException.Invalid broken() {
        return new AmphoraException.Invalid(Problem.of("after", "cursor", "is not a cursor of this list"));
    }
}
