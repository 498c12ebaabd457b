package io.amphora.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Small records that are read thousands of times a second and change seldom: kept for ten seconds at most, so that several nodes on
 * one database need not tell each other. What is in use is read again in batches before it grows old. Absence is not kept. Thread-safe.
 */
public final class RecentCache<K, V> {
    private static final long MAX_AGE = TimeUnit.MILLISECONDS.toNanos(9_900);
    private static final long REFRESH_AGE = MAX_AGE / 2;
    private static final long BLOCK_TIME = TimeUnit.SECONDS.toNanos(60);
    private static final int REFRESH_BATCH = 250;

    private static final class Entry<V> {
        final V value;
        final long at;
        volatile boolean used;

        /** @param value null while a change of it is on its way to the database */
        Entry(V value, long at) {
            this.value = value;
            this.at = at;
        }
    }

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final int max;
    private final LongSupplier nanos;

    /** @param max how many are kept */
    public RecentCache(int max) {
        this(max, System::nanoTime);
    }

    RecentCache(int max, LongSupplier nanos) {
        this.max = max;
        this.nanos = nanos;
    }

    /**
     * @param load reads those of the keys that exist; gets more than was asked for, never none
     * @return those of the keys that exist
     */
    public Map<K, V> get(Collection<K> keys, Function<Collection<K>, Map<K, V>> load) {
        long now = nanos.getAsLong();
        Map<K, V> found = new HashMap<>(keys.size() * 2);
        Set<K> missing = null;
        for (K key : keys) {
            Entry<V> e = entries.get(key);
            if (e != null && e.value != null && now - e.at < MAX_AGE) {
                found.put(key, e.value);
                e.used = e.used || now - e.at > 0;
            } else {
                missing = missing == null ? new HashSet<>() : missing;
                missing.add(key);
            }
        }
        if (missing != null) {
            load(missing, now, load, found);
        }
        return found;
    }

    private void load(Set<K> missing, long now, Function<Collection<K>, Map<K, V>> load, Map<K, V> found) {
        boolean refresh = refreshing.compareAndSet(false, true);
        try {
            List<K> wanted = new ArrayList<>(missing);
            if (refresh) {
                ageing(now, missing, wanted);
            }
            Map<K, V> loaded = load.apply(wanted);
            for (K key : wanted) {
                V value = loaded.get(key);
                keep(key, value, now);
                if (value != null && missing.contains(key)) {
                    found.put(key, value);
                }
            }
        } finally {
            if (refresh) {
                refreshing.set(false);
            }
        }
    }

    private void keep(K key, V value, long at) {
        if (entries.size() >= max) {
            entries.values().removeIf(e -> !blocks(e, at));
        }
        entries.compute(key, (k, old) -> blocks(old, at) ? old : value == null ? null : new Entry<>(value, at));
    }

    /** Takes out what is old and unused; what is in use and getting old is wanted again. */
    private void ageing(long now, Set<K> missing, List<K> wanted) {
        entries.forEach((key, e) -> {
            if (blocks(e, now) || now - e.at < REFRESH_AGE || missing.contains(key)) {
                return;
            }
            if (!e.used || e.value == null) {
                entries.remove(key, e);
            } else if (wanted.size() < REFRESH_BATCH) {
                wanted.add(key);
            }
        });
    }

    private boolean blocks(Entry<V> e, long now) {
        return e != null && e.value == null && now - e.at < BLOCK_TIME;
    }

    /** A running transaction changes it: it is not kept until {@link #changed}, for a minute at most, as the transaction may roll back. */
    public void changing(K key) {
        entries.put(key, new Entry<>(null, nanos.getAsLong()));
    }

    /** The change is committed. */
    public void changed(K key) {
        entries.remove(key);
    }
}
