package io.amphora.returns.core;

import io.amphora.common.Problem;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.api.Returnable;
import io.amphora.returns.core.store.ReturnRows.Taken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of an order can come back. */
final class Eligibility {
    private static final Set<LineStatus> GONE = Set.of(LineStatus.SHIPPED, LineStatus.DELIVERED, LineStatus.COMPLETED);

    private final Rules rules;
    private final ReturnKind kind;
    private final Instant now;

    Eligibility(Rules rules, ReturnKind kind, Instant now) {
        this.rules = rules;
        this.kind = kind;
        this.now = now;
    }

    /** Why nothing of the order can, whoever asks; null if something may. */
    static Problem closed(Order order) {
        boolean odd = order.historic() || order.kind() != Order.Kind.SALE;
        return odd ? Problem.of("", "returns.order-closed", "nothing of order {0} can be returned here: it was taken over from the past", order.number()) : null;
    }

    Returnable of(Order order, Map<Long, Taken> taken) {
        return new Returnable(order.id(), order.number(), order.lines().stream().filter(l -> l.status() != LineStatus.CANCELLED && l.status() != LineStatus.REJECTED)
                .map(l -> line(order, l, taken.getOrDefault(l.id(), Taken.NONE).taken())).toList());
    }

    private Returnable.Line line(Order order, Order.Line l, BigDecimal taken) {
        Instant since = since(order, l.id());
        return new Returnable.Line(l.id(), l.position(), l.sku(), l.name(), l.unit(), l.quantity(), taken.signum() == 0 ? BigDecimal.ZERO : taken.stripTrailingZeros(), since,
                problem(order, l, taken, since));
    }

    private Problem problem(Order order, Order.Line l, BigDecimal taken, Instant since) {
        if (!GONE.contains(l.status())) {
            return Problem.of("", "returns.not-shipped", "{0} has not left the house", l.sku());
        }
        if (taken.compareTo(l.quantity()) >= 0) {
            return Problem.of("", "returns.nothing-left", "all of {0} is in other returns", l.sku());
        }
        if (kind == ReturnKind.RETURN && rules.excludes(l.sku())) {
            return Problem.of("", "returns.excluded", "{0} does not come back", l.sku());
        }
        int days = kind == ReturnKind.CLAIM ? rules.claimDays() : rules.days();
        Instant from = since == null ? order.placedAt() : since;
        return from != null && from.plus(Duration.ofDays(days)).isBefore(now) ? Problem.of("", "returns.too-late", "{0}: more than {1} days have passed", l.sku(), days) : null;
    }

    /** Arrived or left last, whatever is known. */
    private static Instant since(Order order, long lineId) {
        List<Order.Shipment> with = order.shipments().stream().filter(s -> s.lineIds().contains(lineId)).toList();
        return with.stream().map(s -> s.deliveredAt() == null ? s.shippedAt() : s.deliveredAt()).filter(java.util.Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    /** Whether somebody may say otherwise. */
    static boolean overridable(Problem problem) {
        return problem.code().equals("returns.excluded") || problem.code().equals("returns.too-late");
    }
}
