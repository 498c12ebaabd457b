package io.amphora.transfer.core.csv;

/** Reads bytes as an encoding of two bytes per character, and counts how many of the pairs are everyday ones in it. */
final class Pairs {
    /** A question about a byte, or about two. */
    @FunctionalInterface
    private interface Lead {
        boolean is(int b);
    }

    @FunctionalInterface
    private interface Pair {
        boolean is(int lead, int trail);
    }

    private final Lead leads;
    private final Lead singles;
    private final Pair valid;
    private final Pair everyday;
    private long pairs;
    private long common;
    private long malformed;
    private int lead;

    private Pairs(Lead leads, Lead singles, Pair valid, Pair everyday) {
        this.leads = leads;
        this.singles = singles;
        this.valid = valid;
        this.everyday = everyday;
    }

    /** Everyday are GB 2312 level 1 and its symbols. */
    static Pairs gbk() {
        return new Pairs(b -> in(b, 0x81, 0xFE), b -> false, (l, t) -> in(t, 0x40, 0xFE) && t != 0x7F || in(t, 0x30, 0x39),
                (l, t) -> t >= 0xA1 && (in(l, 0xB0, 0xD7) || in(l, 0xA1, 0xA3)));
    }

    /** Everyday are Big5 level 1 and its symbols. */
    static Pairs big5() {
        return new Pairs(b -> in(b, 0x81, 0xFE), b -> false, (l, t) -> in(t, 0x40, 0x7E) || in(t, 0xA1, 0xFE), (l, t) -> in(l, 0xA4, 0xC6) || in(l, 0xA1, 0xA3));
    }

    /** Everyday are kana and Japanese punctuation; between them stand kanji. */
    static Pairs shiftJis() {
        return new Pairs(b -> in(b, 0x81, 0x9F) || in(b, 0xE0, 0xFC), b -> in(b, 0xA1, 0xDF), (l, t) -> in(t, 0x40, 0xFC) && t != 0x7F,
                (l, t) -> l == 0x82 && in(t, 0x9F, 0xF1) || l == 0x83 && in(t, 0x40, 0x96) || l == 0x81 && in(t, 0x40, 0x5B));
    }

    private static boolean in(int b, int from, int to) {
        return b >= from && b <= to;
    }

    void take(int b) {
        if (lead != 0) {
            boolean fits = valid.is(lead, b);
            pairs += fits ? 1 : 0;
            malformed += fits ? 0 : 1;
            common += fits && everyday.is(lead, b) ? 1 : 0;
            lead = 0;
        } else if (leads.is(b)) {
            lead = b;
        } else {
            malformed += b >= 0x80 && !singles.is(b) ? 1 : 0;
        }
    }

    boolean several() {
        return pairs >= 4;
    }

    boolean clean() {
        return malformed == 0;
    }

    /** Whether so many in a hundred pairs are everyday ones, and hardly any is broken. */
    boolean looksRight(int percent) {
        return pairs > 0 && common * 100 >= pairs * percent && malformed * 20 <= pairs;
    }
}
