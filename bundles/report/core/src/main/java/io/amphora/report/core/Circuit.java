package io.amphora.report.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps a broken template from being asked again and again: opens after {@link #LIMIT} failures in a row, lets one try through after {@link #PAUSE}. Thread-safe. */
final class Circuit {
    static final int LIMIT = 3;
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private int inARow;
    private long calls;
    private long failures;
    private String lastError;
    private Instant openUntil = Instant.MIN;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Whether a call may be made now; the one let through after the pause keeps others out for another pause. */
    synchronized boolean allows() {
        if (inARow < LIMIT) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        openUntil = now.plus(PAUSE);
        return true;
    }

    synchronized void succeeded() {
        calls++;
        inARow = 0;
    }

    synchronized void failed(String reason) {
        calls++;
        failures++;
        inARow++;
        lastError = reason;
        openUntil = clock.instant().plus(PAUSE);
    }

    synchronized String state() {
        return inARow == 0 ? "ok" : inARow < LIMIT ? "failing" : "open";
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long failures() {
        return failures;
    }

    synchronized String lastError() {
        return lastError;
    }
}
