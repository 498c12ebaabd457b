package io.amphora.identity.core;

import io.amphora.common.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;

/** Who a token stands for, for a few seconds, so that a busy integrator does not cost a query per request. Only tokens that exist get in: bounded by their number. */
@Component(service = TokenCache.class)
public final class TokenCache {
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** @param until when to ask the database again */
    private record Entry(Actor actor, Instant until) {
    }

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    /** @return null if not known (any more) */
    Actor get(String secretHash, Instant now) {
        Entry e = entries.get(secretHash);
        return e != null && now.isBefore(e.until) ? e.actor : null;
    }

    /** To be read before asking the database, and given to {@link #put}. */
    long generation() {
        return generation.get();
    }

    /** @param expires when the token ends, or null. Nothing is kept if somebody cleared the cache since {@code asked} */
    void put(long asked, String secretHash, Actor actor, Instant now, Instant expires) {
        Instant until = now.plus(KEPT);
        entries.put(secretHash, new Entry(actor, expires != null && expires.isBefore(until) ? expires : until));
        if (asked != generation.get()) {
            entries.remove(secretHash);
        }
    }

    /** After a change of users or tokens. */
    void clear() {
        generation.incrementAndGet();
        entries.clear();
    }
}
