package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Parts a line in two, to go different ways: one ahead, one later, or one of them no further. */
@Component(service = SplitLine.class)
public final class SplitLine {
    private static final String PERMISSION = OrderAction.SHIP.permission();

    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;
    private final ReviewOrder review;

    @Activate
    public SplitLine(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock, @Reference ReviewOrder review) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
        this.review = review;
    }

    Order split(Actor by, long id, long version, long lineId, BigDecimal quantity) {
        by.require(PERMISSION);
        BigDecimal part = above(quantity);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            OrderLineEntity line = line(order, lineId);
            requireBefore(order, line);
            requireLess(line, part, false);
            parted(em, by, order, line, part);
            store.publish(order, by, "split");
            em.flush();
            return store.whole(em, order);
        });
    }

    /** Cancels the part; all in one transaction, so that a refused cancellation leaves the line whole. */
    Order cancelPart(Actor by, long id, long version, long lineId, BigDecimal quantity, String reason) {
        by.require(OrderAction.CANCEL.permission());
        ActOnOrder.requiredReason(reason);
        BigDecimal part = above(quantity);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            OrderLineEntity line = line(order, lineId);
            Transitions.select(order, OrderAction.CANCEL, Set.of(lineId));
            requireLess(line, part, true);
            if (part.compareTo(line.quantity()) == 0) {
                return review.cancel(by, id, version, Set.of(lineId), reason);
            }
            OrderLineEntity cancelled = parted(em, by, order, line, part);
            em.flush();
            return review.cancel(by, id, order.version(), Set.of(cancelled.id()), reason);
        });
    }

    OrderLineEntity parted(EntityManager em, Actor by, OrderEntity order, OrderLineEntity line, BigDecimal part) {
        Instant now = OrderStore.now();
        requireWhole(line, part);
        String before = text(line);
        OrderLineEntity other = order.split(line, part);
        em.persist(other);
        order.touched(now);
        store.remember(em, order, now, by, "split", "quantity", before, text(line) + ", " + text(other), null);
        em.flush();
        stock.split(order, line, other);
        return other;
    }

    private static String text(OrderLineEntity line) {
        return line.lineNo() + ": " + Numbers.quantity(line.quantity()).toPlainString() + " × " + line.sku();
    }

    private static BigDecimal above(BigDecimal quantity) {
        Problems problems = new Problems();
        BigDecimal part = problems.positive("quantity", quantity, 3);
        problems.throwIfAny();
        return part;
    }

    private static OrderLineEntity line(OrderEntity order, long lineId) {
        return order.lines().stream().filter(l -> l.id() == lineId).findFirst().orElseThrow(() -> new AmphoraException.Refused(
                Problem.of("lineIds", "order.line-unknown", "order {0} has no line {1}", order.number(), String.valueOf(lineId))));
    }

    private static void requireBefore(OrderEntity order, OrderLineEntity line) {
        boolean possible = !order.historic() && line.status() != LineStatus.DRAFT && !line.status().isFinal() && line.status().compareTo(LineStatus.SHIPPED) <= 0;
        if (!possible) {
            throw new AmphoraException.Refused(Problem.of("", "order.split-never", "line {0} is {1}: it cannot be split", String.valueOf(line.lineNo()),
                    OrderStatus.valueOf(line.status().name())));
        }
    }

    /** What the components of a part of a kit come to would not be exact. */
    private static void requireWhole(OrderLineEntity line, BigDecimal part) {
        if (line.isKit() && part.stripTrailingZeros().scale() > 0) {
            throw new AmphoraException.Invalid(Problem.of("quantity", "order.kit-whole", "{0} is a kit: only whole ones are sold", line.sku()));
        }
    }

    private static void requireLess(OrderLineEntity line, BigDecimal part, boolean allToo) {
        BigDecimal all = line.quantity() == null ? BigDecimal.ZERO : line.quantity();
        int compared = part.compareTo(all);
        if (compared > 0 || compared == 0 && !allToo) {
            throw new AmphoraException.Invalid(Problem.of("quantity", "order.split-quantity", "must be less than the {0} of the line", Numbers.quantity(all).toPlainString()));
        }
    }
}
