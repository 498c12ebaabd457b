package io.amphora.inventory.core;

import java.util.Comparator;

/** Which level. Ordered as rows must be locked: by SKU, then location. */
record LevelKey(String sku, long locationId) implements Comparable<LevelKey> {
    private static final Comparator<LevelKey> ORDER = Comparator.comparing(LevelKey::sku).thenComparingLong(LevelKey::locationId);

    @Override
    public int compareTo(LevelKey other) {
        return ORDER.compare(this, other);
    }
}
