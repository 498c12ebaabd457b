package io.amphora.identity.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures per key in a sliding window, in memory (each node for itself: with n nodes somebody has n times as many guesses).
 * Remembers a bounded number of keys, the latest ones. Thread-safe.
 */
final class Attempts {
    private static final int KEYS = 10_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEYS;
        }
    };

    /** @param limit failures within the window after which a key is shut out */
    Attempts(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    synchronized boolean exhausted(String key) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return false;
        }
        Instant old = clock.instant().minus(window);
        while (!times.isEmpty() && times.peekFirst().isBefore(old)) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            failures.remove(key);
        }
        return times.size() >= limit;
    }

    /** @return whether this failure is the one that exhausts the key */
    synchronized boolean failed(String key) {
        Deque<Instant> times = failures.computeIfAbsent(key, k -> new ArrayDeque<>());
        if (times.size() >= limit) {
            times.removeFirst();
            times.addLast(clock.instant());
            return false;
        }
        times.addLast(clock.instant());
        return times.size() == limit;
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
