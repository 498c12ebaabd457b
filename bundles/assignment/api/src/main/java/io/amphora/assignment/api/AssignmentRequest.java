package io.amphora.assignment.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a rule decides on. Immutable.
 *
 * @param country    where the goods go, as written; may be null
 * @param lines      SKU to quantity, only goods with stock keeping
 * @param candidates active locations, by their priority
 */
public record AssignmentRequest(long orderId, String orderNumber, String channel, Long customerId, String country, String region, BigDecimal total, String currency,
                                Map<String, BigDecimal> lines, List<Candidate> candidates) {
    public AssignmentRequest {
        lines = Map.copyOf(lines);
        candidates = List.copyOf(candidates);
    }

    /**
     * A location that could handle the order.
     *
     * @param region     of the location, may be null
     * @param openOrders orders assigned to it that have not left the house
     * @param inStock    whether it has everything (what this order holds there counts as available)
     */
    public record Candidate(long locationId, String code, String name, String region, int priority, int openOrders, boolean inStock) {
    }
}
