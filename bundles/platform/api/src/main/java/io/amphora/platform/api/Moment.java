package io.amphora.platform.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * When something happens: now, unless the running thread is taking over what happened before (see {@link #at}). Domains ask it for the dates they write into
 * timelines and documents; events, the audit log and the stock ledger go by the real clock: they say when something was written down. To the microsecond, as both databases keep no
 * more. Thread-safe.
 */
public final class Moment {
    private static final ThreadLocal<Instant> THEN = new ThreadLocal<>();

    private Moment() {
    }

    public static Instant now() {
        Instant then = THEN.get();
        return (then == null ? Instant.now() : then).truncatedTo(ChronoUnit.MICROS);
    }

    /** Does the work as if it were then, on this thread only. Inside another call the inner one counts. */
    public static <T> T at(Instant then, Supplier<T> work) {
        Instant outer = THEN.get();
        THEN.set(then);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                THEN.remove();
            } else {
                THEN.set(outer);
            }
        }
    }
}
