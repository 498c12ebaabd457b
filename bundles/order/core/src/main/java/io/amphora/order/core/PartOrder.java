package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderRearrangements.Part;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a part of an order into a second one, which goes its own way. */
@Component(service = PartOrder.class)
public final class PartOrder {
    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;
    private final SplitLine split;
    private final PlacementHolds waiting;

    @Activate
    public PartOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock, @Reference SplitLine split, @Reference PlacementHolds waiting) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
        this.split = split;
        this.waiting = waiting;
    }

    Order part(Actor by, long id, long version, List<Part> parts, LocalDate wishedDate, String reason) {
        by.require(OrderAmendments.AMEND);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, 1000);
        problems.check(parts != null && !parts.isEmpty(), "parts", "order.part-none", "name at least one line");
        problems.check(wishedDate == null || wishedDate.getYear() >= 1900 && wishedDate.getYear() <= 9999, "wishedDate", "order.date", "must be between 1900 and 9999");
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            requirePartable(order, parts);
            List<OrderLineEntity> leaving = leaving(em, by, order, parts);
            return parted(em, by, order, leaving, wishedDate, why);
        });
    }

    /** All problems at once. */
    private static void requirePartable(OrderEntity order, List<Part> parts) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String at = "parts[" + i + "]";
            OrderLineEntity line = order.lines().stream().filter(l -> l.id() == part.lineId()).findFirst().orElse(null);
            if (line == null) {
                problems.add(Problem.of(at, "order.line-unknown", "order {0} has no line {1}", order.number(), String.valueOf(part.lineId())));
            } else if (order.historic() || line.status() != LineStatus.APPROVED && line.status() != LineStatus.ASSIGNED) {
                problems.add(Problem.of(at, "order.part-never", "line {0} is {1}: only lines that are through the review and not picked can go into an order of their own",
                        String.valueOf(line.lineNo()), OrderStatus.valueOf(line.status().name())));
            } else if (part.quantity() != null && (part.quantity().signum() <= 0 || part.quantity().scale() > 3 || part.quantity().compareTo(line.quantity()) > 0)) {
                problems.add(Problem.of(at + ".quantity", "order.part-quantity", "must be above zero and at most the {0} of the line", Numbers.quantity(line.quantity()).toPlainString()));
            }
        }
        if (parts.stream().map(Part::lineId).distinct().count() < parts.size()) {
            problems.add(Problem.of("parts", "order.part-twice", "must not name a line twice"));
        }
        if (problems.isEmpty() && ReviewAgain.live(order).stream().allMatch(l -> parts.stream().anyMatch(p -> p.lineId() == l.id() && whole(p.quantity(), l)))) {
            problems.add(Problem.of("parts", "order.part-all", "something must stay in order {0}", order.number()));
        }
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
    }

    private static boolean whole(BigDecimal quantity, OrderLineEntity line) {
        return quantity == null || quantity.compareTo(line.quantity()) == 0;
    }

    private List<OrderLineEntity> leaving(EntityManager em, Actor by, OrderEntity order, List<Part> parts) {
        List<OrderLineEntity> leaving = new ArrayList<>();
        for (Part part : parts) {
            OrderLineEntity line = order.lines().stream().filter(l -> l.id() == part.lineId()).findFirst().orElseThrow();
            leaving.add(whole(part.quantity(), line) ? line : split.parted(em, by, order, line, part.quantity()));
        }
        return leaving;
    }

    private Order parted(EntityManager em, Actor by, OrderEntity order, List<OrderLineEntity> leaving, LocalDate wishedDate, String why) {
        Instant now = OrderStore.now();
        OrderEntity other = order.sibling(wishedDate);
        // each line keeps its numbers, so both orders together take off exactly what one did
        order.discountLeaves(leaving.stream().map(OrderLineEntity::share).reduce(BigDecimal.ZERO, BigDecimal::add), other);
        other.touched(now);
        store.add(em, other);
        em.flush();
        FourEyes.hands(em, order).forEach(who -> store.remember(em, other, now, new Actor(who, who, Set.of()), "entered", "order", null, order.number(), null));
        store.remember(em, order, now, by, "parted", "order", order.number(), other.number(), why);
        store.remember(em, other, now, by, "parted", "order", order.number(), other.number(), why);
        stock.transfer(order, leaving, other);
        OrderMoves.move(em, leaving, order, other);
        OrderEntity rest = OrderMoves.reread(em, store, order);
        rest.touched(now);
        store.publish(rest, by, "parted", ",\"into\":" + other.id());
        OrderEntity fresh = OrderMoves.reread(em, store, other);
        fresh.touched(now);
        waiting.on(em, fresh, now);
        store.publish(fresh, by, "parted", ",\"from\":" + order.id());
        em.flush();
        return store.whole(em, fresh);
    }
}
