package io.amphora.transfer.core.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.amphora.common.Problem;
import io.amphora.transfer.api.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What was counted so far. Kept as JSON with every batch, so that a run that goes on knows what it did. Not thread-safe. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE)
public final class Figures {
    private static final int EXAMPLES = 40;
    private static final int REASONS = 30;
    private static final int EXAMPLE_TEXT = 80;

    /** What happens to the things of one sort. */
    public enum Change {
        CREATED, CHANGED, UNCHANGED
    }

    private long lines;
    private long accepted;
    private long rejected;
    private long skipped;
    private long kept;
    private final Map<String, long[]> effects = new TreeMap<>();
    private final Map<String, BigDecimal> amounts = new TreeMap<>();
    private final List<Outcome.Change> examples = new ArrayList<>();
    private final Map<String, Outcome.Reason> reasons = new LinkedHashMap<>();
    private Instant from;
    private Instant to;

    public void accepted(long rows) {
        lines += rows;
        accepted += rows;
    }

    public void rejected(long rows) {
        lines += rows;
        rejected += rows;
    }

    public void skipped(long rows) {
        lines += rows;
        skipped += rows;
    }

    /** A row that was rejected before is in now. */
    public void mended(long rows) {
        lines -= rows;
        rejected -= rows;
    }

    /** A row that was rejected before is rejected again. */
    public void rejectedAgain(long rows) {
        mended(rows);
    }

    public void kept(long rows) {
        kept += rows;
    }

    public long kept() {
        return kept;
    }

    public long lines() {
        return lines;
    }

    public long rejected() {
        return rejected;
    }

    public void effect(String what, Change change, long n) {
        effects.computeIfAbsent(what, k -> new long[3])[change.ordinal()] += n;
    }

    public long effect(String what, Change change) {
        return effects.getOrDefault(what, new long[3])[change.ordinal()];
    }

    public void amount(String currency, BigDecimal amount) {
        amounts.merge(currency, amount, BigDecimal::add);
    }

    /** A row that is kept aside, and why. */
    public void because(long row, List<Problem> problems) {
        problems.forEach(p -> reason(new Outcome.Reason(p, 1, row)));
    }

    private void reason(Outcome.Reason more) {
        String key = more.example().field() + " " + more.example().code();
        if (reasons.containsKey(key) || reasons.size() < REASONS) {
            reasons.merge(key, more, (a, b) -> new Outcome.Reason(a.example(), a.rows() + b.rows(), a.row()));
        }
    }

    /** The most frequent first. */
    public List<Outcome.Reason> reasons() {
        return reasons.values().stream().sorted(Comparator.comparingLong(Outcome.Reason::rows).reversed()).toList();
    }

    public void at(Instant date) {
        from = from == null || date.isBefore(from) ? date : from;
        to = to == null || date.isAfter(to) ? date : to;
    }

    public void example(Outcome.Change change) {
        if (examples.size() < EXAMPLES) {
            examples.add(new Outcome.Change(change.what(), cut(change.key()), change.field(), cut(change.from()), cut(change.to())));
        }
    }

    private static String cut(String text) {
        return text == null || text.length() <= EXAMPLE_TEXT ? text : text.substring(0, EXAMPLE_TEXT - 1) + "…";
    }

    public void add(Figures other) {
        lines += other.lines;
        accepted += other.accepted;
        rejected += other.rejected;
        skipped += other.skipped;
        kept += other.kept;
        other.effects.forEach((what, n) -> {
            long[] mine = effects.computeIfAbsent(what, k -> new long[3]);
            for (int i = 0; i < mine.length; i++) {
                mine[i] += n[i];
            }
        });
        other.amounts.forEach(this::amount);
        other.examples.forEach(this::example);
        other.reasons.values().forEach(this::reason);
        if (other.from != null) {
            at(other.from);
            at(other.to);
        }
    }

    public Figures copy() {
        Figures copy = new Figures();
        copy.add(this);
        return copy;
    }

    /** @param now when it ended; @param millis how long it took */
    public Outcome outcome(Instant now, long millis) {
        return new Outcome(lines, accepted, rejected, skipped, kept, effects.entrySet().stream().filter(e -> LongStream.of(e.getValue()).anyMatch(n -> n != 0)).map(e -> new Outcome.Effect(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2])).toList(),
                amounts.entrySet().stream().map(e -> new Outcome.Amount(e.getKey(), e.getValue())).toList(), examples, from, to, now, millis, reasons());
    }
}
