package io.amphora.transfer.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a run did, or a dry run says it would do. lines = accepted + rejected + skipped, always.
 *
 * @param lines    rows of data in the file
 * @param accepted rows that are (would be) in
 * @param rejected rows kept aside with their problems
 * @param skipped  rows of orders that an earlier import brought
 * @param kept     how many of the rejected and skipped rows are listed; the rest is only counted
 * @param amounts  sum of the accepted order lines, per currency
 * @param examples some of the changes to things that were there
 * @param from     earliest date of an order, null if none
 * @param to       latest
 */
public record Outcome(long lines, long accepted, long rejected, long skipped, long kept, List<Effect> effects, List<Amount> amounts, List<Change> examples,
                      Instant from, Instant to, Instant at, long millis) {
    public Outcome {
        effects = List.copyOf(effects);
        amounts = List.copyOf(amounts);
        examples = List.copyOf(examples);
    }

    /**
     * What happens to the things of one sort.
     *
     * @param what {@code order}, {@code credit}, {@code product}, {@code customer}, {@code stock}
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
