package io.amphora.assignment.api;

import java.time.Instant;
import java.util.List;

/**
 * The record of one automatic assignment: readable for ever, also when the rule's bundle is gone.
 *
 * @param asked         the rules that were asked, in order, with what they said; the last one decided
 * @param ruleId        who decided; {@code none} when all abstained and the location where the stock is reserved (or the first by priority) was taken
 * @param bundle        symbolic name of the deciding rule's bundle, null with {@code none}
 * @param bundleVersion its version
 * @param said          the summary in all languages; null if there is only the English text
 */
public record Decision(long id, long orderId, Instant at, String by, String ruleId, String ruleTitle, String bundle, String bundleVersion, Long winner, String assignee,
                       String summary, List<Asked> asked, List<Considered> candidates, Reason said) {
    public Decision {
        asked = List.copyOf(asked);
        candidates = List.copyOf(candidates);
    }

    /** @param outcome {@code decided}, {@code abstained}, {@code failed}, {@code timed-out}, {@code invalid}, {@code skipped} (its circuit is open) @param said the text in all languages, may be null */
    public record Asked(String ruleId, String title, String bundle, String bundleVersion, String outcome, String text, Reason said) {
    }

    /** A candidate as it stood then, and the deciding rule's reason. @param said the reason in all languages, may be null */
    public record Considered(long locationId, String code, String name, String region, int openOrders, boolean inStock, String reason, Reason said) {
    }
}
