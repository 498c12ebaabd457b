package io.amphora.channel.core.poll;

import io.amphora.channel.api.SalesChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A channel that is there, and how it does. Thread-safe; the channel's own code is called by {@link ChannelPoller} only. */
final class WatchedChannel {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 12;

    final String id;
    final String bundle;
    final String bundleVersion;
    final Supplier<SalesChannel> service;
    /** The call that is under way, with when it is too late; null between calls. */
    final AtomicReference<Call> call = new AtomicReference<>();
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private volatile Instant next = Instant.MIN;
    private volatile Instant lastFetch;
    private volatile String lastError;
    private volatile int failures;

    /** A call into the channel. Its thread is interrupted only while it is in the channel's own code: inside the database that would hit others. */
    static final class Call {
        private volatile Instant deadline;
        private Thread inside;

        Call(Instant deadline) {
            this.deadline = deadline;
        }

        Instant deadline() {
            return deadline;
        }

        synchronized void enter(Instant until) {
            deadline = until;
            inside = Thread.currentThread();
        }

        /** After this no interrupt comes any more. */
        synchronized void leave() {
            inside = null;
            Thread.interrupted();
        }

        private synchronized void interrupt() {
            if (inside != null) {
                inside.interrupt();
            }
        }
    }

    WatchedChannel(String id, String bundle, String bundleVersion, Supplier<SalesChannel> service) {
        this.id = id;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.service = service;
    }

    /** Its code, on a thread of its own. */
    SalesChannel instance() {
        SalesChannel channel = service.get();
        if (channel == null) {
            throw new IllegalStateException("the channel could not be created");
        }
        return channel;
    }

    void interrupt() {
        Call now = call.get();
        if (now != null) {
            now.interrupt();
        }
    }

    void introduce(SalesChannel channel, List<Locale> languages) {
        for (Locale language : languages) {
            String title = channel.title(language);
            if (title != null && !title.isBlank()) {
                titles.put(language.getLanguage(), title.strip());
            }
        }
    }

    String title(Locale locale) {
        return titles.getOrDefault(locale.getLanguage(), titles.getOrDefault("en", id));
    }

    boolean introduced() {
        return !titles.isEmpty();
    }

    boolean due(Instant now) {
        return call.get() == null && !now.isBefore(next);
    }

    /** Some answer it must wait for at least a moment, or it would be asked without pause. */
    void succeeded(Instant now, Duration interval) {
        failures = 0;
        lastFetch = now;
        lastError = null;
        next = now.plus(interval.compareTo(Duration.ofMillis(100)) < 0 ? Duration.ofMillis(100) : interval);
    }

    /** The pauses grow. */
    void failed(Instant now, String error) {
        failures++;
        lastFetch = now;
        lastError = error;
        Duration pause = Duration.ofSeconds(5L << Math.min(failures, MAX_DOUBLINGS));
        next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    Instant lastFetch() {
        return lastFetch;
    }

    String lastError() {
        return lastError;
    }
}
