package io.amphora.returns.core;

import io.amphora.order.api.Order;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goods were paid with. Goods of a replacement cost nothing: what the customer paid for them stands at the lines that were replaced, of an order that may
 * be a replacement, too.
 *
 * @param orderId whose payments they were paid with
 * @param lines   line that comes back to line that was paid
 */
record Origin(long orderId, Map<Long, Long> lines) {
    static final String CHANNEL = "returns";

    static Origin of(EntityManager em, Order order) {
        Optional<ReturnEntity> replaced = order.channel() == null || !order.channel().equals(CHANNEL) || order.externalId() == null || order.total().amount().signum() != 0 ? Optional.empty()
                : ReturnRows.ofNumber(em, order.externalId()).filter(r -> r.outcome() == ReturnOutcome.REPLACEMENT);
        return replaced.map(r -> new Origin(r.paidOrderId(), lines(order, ReturnRows.lines(em, r.id())))).orElseGet(() -> new Origin(order.id(), Map.of()));
    }

    /** The new lines were made of those settled, in their order. */
    private static Map<Long, Long> lines(Order order, List<ReturnLineEntity> replaced) {
        List<ReturnLineEntity> settled = replaced.stream().filter(l -> l.settled().signum() > 0).toList();
        List<Order.Line> made = order.lines().stream().sorted(Comparator.comparingInt(Order.Line::position).thenComparing(Order.Line::id)).toList();
        Map<Long, Long> lines = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            Order.Line line = made.get(i);
            Optional<ReturnLineEntity> same = i < settled.size() && settled.get(i).sku().equals(line.sku()) ? Optional.of(settled.get(i))
                    : settled.stream().filter(l -> l.sku().equals(line.sku())).findFirst();
            same.ifPresent(l -> lines.put(line.id(), l.paidLineId()));
        }
        return lines;
    }

    long paid(long lineId) {
        return lines.getOrDefault(lineId, lineId);
    }
}
