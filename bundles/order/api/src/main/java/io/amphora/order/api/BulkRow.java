package io.amphora.order.api;

import io.amphora.common.Problem;
import java.util.List;

/**
 * What became of one order.
 *
 * @param row      1, 2, 3
 * @param number   of the order, null if there is none of this id
 * @param problems why it was refused, else empty
 */
public record BulkRow(int row, long orderId, String number, Outcome outcome, List<Problem> problems) {
    /** Where it stands. */
    public enum Outcome {
        WAITING, DONE, REFUSED
    }

    public BulkRow {
        problems = List.copyOf(problems);
    }
}
