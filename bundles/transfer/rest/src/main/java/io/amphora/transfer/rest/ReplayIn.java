package io.amphora.transfer.rest;

import io.amphora.transfer.api.PastOrder;
import java.util.List;

/** Orders of another system. @param location code of where their goods left from, null means the first */
public record ReplayIn(String location, List<PastOrder> orders) {
    public ReplayIn {
        orders = orders == null ? List.of() : List.copyOf(orders);
    }
}
