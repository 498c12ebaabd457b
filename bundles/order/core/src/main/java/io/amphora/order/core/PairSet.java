package io.amphora.order.core;

import java.util.Arrays;

/** A set of pairs of numbers, without an object for each: hundreds of thousands of them go into one report. */
final class PairSet {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private int[] groups = new int[1 << 12];
    private long[] values = new long[1 << 12];
    private int size;

    PairSet() {
        Arrays.fill(groups, -1);
    }

    /** @param group not below zero; @return whether it was not there */
    boolean add(int group, long value) {
        if (size * 2 > groups.length) {
            grow();
        }
        if (!put(group, value)) {
            return false;
        }
        size++;
        return true;
    }

    private boolean put(int group, long value) {
        int mask = groups.length - 1;
        int i = (int) ((value * GOLDEN + group) * GOLDEN >>> 32) & mask;
        while (groups[i] >= 0) {
            if (groups[i] == group && values[i] == value) {
                return false;
            }
            i = i + 1 & mask;
        }
        groups[i] = group;
        values[i] = value;
        return true;
    }

    private void grow() {
        int[] g = groups;
        long[] v = values;
        groups = new int[g.length * 2];
        values = new long[g.length * 2];
        Arrays.fill(groups, -1);
        for (int i = 0; i < g.length; i++) {
            if (g[i] >= 0) {
                put(g[i], v[i]);
            }
        }
    }
}
