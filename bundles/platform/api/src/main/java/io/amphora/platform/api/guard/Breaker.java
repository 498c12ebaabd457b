package io.amphora.platform.api.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers how an extension does. After some failures in a row it rests: it is not asked until some time has passed, and then by one call at a time
 * until one succeeds. Thread-safe.
 */
public final class Breaker {
    /** So many in a row, unless said otherwise. */
    public static final int FAILURES = 3;
    /** So long, unless said otherwise. */
    public static final Duration REST = Duration.ofMinutes(1);
    private static final int TEXT = 400;

    private final int limit;
    private final long rest;
    private final LongSupplier nanos;
    private long asked;
    private long failed;
    private int inARow;
    private long openUntil;
    private String lastError;

    /** Rests for a minute after three failures. @param nanos a clock like {@link System#nanoTime} */
    public Breaker(LongSupplier nanos) {
        this(FAILURES, REST, nanos);
    }

    public Breaker(int failures, Duration rest, LongSupplier nanos) {
        this.limit = failures;
        this.rest = rest.toNanos();
        this.nanos = nanos;
    }

    /** Whether it may be asked now. The one that is let through after a rest keeps others out for another. */
    public synchronized boolean allows() {
        if (inARow < limit) {
            return true;
        }
        if (resting()) {
            return false;
        }
        openUntil = nanos.getAsLong() + rest;
        return true;
    }

    /** Whether it is not asked now. */
    public synchronized boolean resting() {
        return inARow >= limit && nanos.getAsLong() - openUntil < 0;
    }

    /** Whether it failed too often, resting or on trial. */
    public synchronized boolean broken() {
        return inARow >= limit;
    }

    public synchronized void succeeded() {
        asked++;
        inARow = 0;
    }

    /** @param error for administrators; is cut, and cleaned of what no database takes */
    public synchronized void failed(String error) {
        asked++;
        failed++;
        lastError = cut(error);
        if (++inARow >= limit) {
            openUntil = nanos.getAsLong() + rest;
        }
    }

    /** {@code ok}, {@code failing}, or {@code open} while it rests. */
    public synchronized String health() {
        return resting() ? "open" : inARow > 0 ? "failing" : "ok";
    }

    public synchronized long asked() {
        return asked;
    }

    public synchronized long failures() {
        return failed;
    }

    /** Null if it never failed. */
    public synchronized String lastError() {
        return lastError;
    }

    private static String cut(String text) {
        String clean = String.valueOf(text).codePoints().filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (clean.length() <= TEXT) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(TEXT - 2)) ? TEXT - 2 : TEXT - 1) + "…";
    }
}
