package io.amphora.order.core;

import java.time.Instant;

/** What lists are sorted and paged by: when an order was placed, and beneath that its id. */
final class PlacedKey {
    private static final int ID_BITS = 20;

    static final long SECOND = 1000L << ID_BITS;

    private PlacedKey() {
    }

    static long of(Instant at, long id) {
        return from(at) | id & (1L << ID_BITS) - 1;
    }

    /** The least key of this moment. */
    static long from(Instant at) {
        return at.toEpochMilli() << ID_BITS;
    }

    static long millis(long key) {
        return key >> ID_BITS;
    }
}
