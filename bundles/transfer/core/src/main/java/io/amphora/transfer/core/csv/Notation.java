package io.amphora.transfer.core.csv;

import io.amphora.transfer.api.FileFormat.DateOrder;

/** Decides from many values how dates are written. Feed it all values at hand: one telling value outweighs any number of ambiguous ones. */
public final class Notation {
    private final long[] votes = new long[3];
    private final Span asMdy = new Span();
    private final Span asDmy = new Span();
    private long ambiguous;

    public void date(String text) {
        int[] p = Dates.parts(text);
        if (p == null || p[0] < 0 || p[1] < 0) {
            return;
        }
        if (p[0] > 31) {
            votes[DateOrder.YMD.ordinal()]++;
        } else if (p[0] > 12 && p[1] <= 12) {
            votes[DateOrder.DMY.ordinal()]++;
        } else if (p[1] > 12 && p[0] <= 12) {
            votes[DateOrder.MDY.ordinal()]++;
        } else {
            ambiguous++;
        }
        asMdy.add(p[2], p[0], p[1]);
        asDmy.add(p[2], p[1], p[0]);
    }

    /** Day or month first: what the telling values say; without any, the reading that puts all dates closer together. */
    public DateOrder dates() {
        long ymd = votes[DateOrder.YMD.ordinal()];
        long mdy = votes[DateOrder.MDY.ordinal()];
        long dmy = votes[DateOrder.DMY.ordinal()];
        if (ymd > 0 && ymd >= mdy + dmy || ymd + mdy + dmy + ambiguous == 0) {
            return DateOrder.YMD;
        }
        if (mdy != dmy) {
            return mdy > dmy ? DateOrder.MDY : DateOrder.DMY;
        }
        return asDmy.length() < asMdy.length() ? DateOrder.DMY : DateOrder.MDY;
    }

    /** Whether no value told day from month. */
    public boolean datesUncertain() {
        return ambiguous > 0 && votes[0] + votes[1] + votes[2] == 0;
    }

    /** Whether values speak for different orders. */
    public boolean datesMixed() {
        int orders = 0;
        for (long v : votes) {
            orders += v > 0 ? 1 : 0;
        }
        return orders > 1;
    }

    private static final class Span {
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        private void add(int year, int month, int day) {
            int at = (year * 12 + month) * 31 + day;
            first = Math.min(first, at);
            last = Math.max(last, at);
        }

        private long length() {
            return (long) last - first;
        }
    }
}
