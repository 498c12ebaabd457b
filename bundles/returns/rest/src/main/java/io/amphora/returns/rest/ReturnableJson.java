package io.amphora.returns.rest;

import io.amphora.returns.api.Returnable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What of an order can come back; {@code problem} says why a line cannot. */
public record ReturnableJson(long orderId, String orderNumber, List<ReturnableLineJson> lines) {
    /** A line of the order. */
    public record ReturnableLineJson(long orderLineId, int position, String sku, String name, String unit, BigDecimal quantity, BigDecimal taken, BigDecimal free, Instant since, String problemCode,
                           String problem) {
        static ReturnableLineJson of(Returnable.Line l) {
            return new ReturnableLineJson(l.orderLineId(), l.position(), l.sku(), l.name(), l.unit(), l.quantity(), l.taken(), l.free(), l.since(), l.problem() == null ? null : l.problem().code(),
                    l.problem() == null ? null : l.problem().message());
        }
    }

    static ReturnableJson of(Returnable r) {
        return new ReturnableJson(r.orderId(), r.orderNumber(), r.lines().stream().map(ReturnableLineJson::of).toList());
    }
}
