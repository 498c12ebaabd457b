package io.amphora.transfer.api;

import io.amphora.common.Problem;
import java.time.Instant;
import java.util.List;

/**
 * How far the replay of an order is.
 *
 * @param number      in the source
 * @param orderId     here, null while it waits
 * @param orderNumber here, null while it waits
 * @param problems    why it waits; else what the source says that does not fit: the review has found the same
 */
public record ReplayedOrder(long id, String source, String number, State state, Long orderId, String orderNumber, List<Problem> problems, String changedBy, Instant changedAt) {
    /** Where it stands. */
    public enum State {
        /** It cannot become an order as it is: correct what is wrong and send it again. */
        WAITING,
        /** The review found something: somebody else lets it pass, then it goes on. */
        IN_REVIEW,
        /** It has come as far as it had in the source. */
        DONE
    }

    public ReplayedOrder {
        problems = List.copyOf(problems);
    }
}
