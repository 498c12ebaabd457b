package io.amphora.transfer.rest;

import io.amphora.transfer.api.ReplayedOrder;
import java.time.Instant;
import java.util.List;

/** How far the replay of an order is. */
public record ReplayJson(String number, ReplayedOrder.State state, Long orderId, String orderNumber, List<ProblemJson> problems, String changedBy, Instant changedAt) {
    static ReplayJson of(ReplayedOrder r) {
        return new ReplayJson(r.number(), r.state(), r.orderId(), r.orderNumber(), ProblemJson.of(r.problems()), r.changedBy(), r.changedAt());
    }

    static List<ReplayJson> of(List<ReplayedOrder> all) {
        return all.stream().map(ReplayJson::of).toList();
    }
}
