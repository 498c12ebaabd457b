package io.amphora.transfer.api;

import io.amphora.common.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a run did, or a dry run says it would do. lines = accepted + rejected + skipped, always.
 *
 * @param lines    rows of data in the file
 * @param accepted rows that are (would be) in; of live orders also those that wait in the inbox
 * @param rejected rows kept aside with their problems
 * @param skipped  rows of orders that an earlier import brought
 * @param kept     how many of the rejected and skipped rows, and of those whose order waits in the inbox, are listed; the rest is only counted
 * @param amounts  sum of the accepted order lines, per currency
 * @param examples some of the changes to things that were there
 * @param from     earliest date of an order, null if none
 * @param to       latest
 * @param reasons  why rows are rejected, skipped or wait in the inbox, the most frequent first; null for none
 */
public record Outcome(long lines, long accepted, long rejected, long skipped, long kept, List<Effect> effects, List<Amount> amounts, List<Change> examples,
                      Instant from, Instant to, Instant at, long millis, List<Reason> reasons) {
    public Outcome {
        effects = List.copyOf(effects);
        amounts = List.copyOf(amounts);
        examples = List.copyOf(examples);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** Without reasons. */
    public Outcome(long lines, long accepted, long rejected, long skipped, long kept, List<Effect> effects, List<Amount> amounts, List<Change> examples, Instant from, Instant to,
                   Instant at, long millis) {
        this(lines, accepted, rejected, skipped, kept, effects, amounts, examples, from, to, at, millis, List.of());
    }

    /** The same, for these reasons. */
    public Outcome because(List<Reason> others) {
        return new Outcome(lines, accepted, rejected, skipped, kept, effects, amounts, examples, from, to, at, millis, others);
    }

    /**
     * A problem that rows have in common: the same field, the same code.
     *
     * @param example of the first of them
     * @param rows    how many have it
     * @param row     line of the first
     */
    public record Reason(Problem example, long rows, long row) {
    }

    /**
     * What happens to the things of one sort.
     *
     * @param what {@code order}, {@code credit}, {@code product}, {@code customer}, {@code stock}; {@code waiting-order} for live orders that wait in the inbox
     */
    public record Effect(String what, long created, long changed, long unchanged) {
    }

    /** @param total exact */
    public record Amount(String currency, BigDecimal total) {
    }

    /** @param key of what changes; @param from as it was; @param to as it becomes */
    public record Change(String what, String key, String field, String from, String to) {
    }

    /** Of one sort; zeros if there is none. */
    public Effect effect(String what) {
        return effects.stream().filter(e -> e.what().equals(what)).findFirst().orElse(new Effect(what, 0, 0, 0));
    }
}
