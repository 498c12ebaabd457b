package io.amphora.transfer.rest;

import java.util.List;

/** Which of those in review may pass, and why. @param numbers in the source; empty: the first 500 */
public record ReplayApproveIn(List<String> numbers, String reason) {
    public ReplayApproveIn {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
    }
}
