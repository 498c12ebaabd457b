package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes orders one, closes lines short, opens again; parting is done by {@link PartOrder}. */
@Component
public final class Rearrange implements OrderRearrangements {
    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;
    private final ReviewAgain again;
    private final ReviewOrder review;
    private final PartOrder parting;

    @Activate
    public Rearrange(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock, @Reference ReviewAgain again, @Reference ReviewOrder review,
                     @Reference PartOrder parting) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
        this.again = again;
        this.review = review;
        this.parting = parting;
    }

    @Override
    public Order merge(Actor by, long id, long version, List<Source> others, String reason) {
        by.require(OrderAmendments.AMEND);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, 1000);
        problems.check(others != null && !others.isEmpty(), "others", "order.merge-none", "name at least one other order");
        problems.check(others == null || others.stream().noneMatch(s -> s.id() == id) && others.stream().map(Source::id).distinct().count() == others.size(), "others", "order.merge-twice",
                "must not name an order twice");
        problems.throwIfAny();
        List<Found> ahead = again.hasOthers() ? again.ahead(by, tx.call(em -> again.check(merged(mergeable(em, id, version, others)))), id) : List.of();
        return tx.callWithRetry(em -> {
            List<OrderEntity> all = mergeable(em, id, version, others);
            OrderEntity target = all.get(0);
            List<NewOrder.Charge> charges = charges(all);
            List<Calculation.ChargeResult> owed = all.stream().flatMap(o -> o.chargeResults().stream()).toList();
            Discount discount = SharedDiscount.together(all);
            for (OrderEntity source : all.subList(1, all.size())) {
                target = taken(em, by, target, source, why);
            }
            return reviewed(em, by, target, discount, charges, owed, ahead);
        });
    }

    /** The target first. */
    private List<OrderEntity> mergeable(EntityManager em, long id, long version, List<Source> others) {
        OrderEntity target = store.require(em, id, version);
        List<OrderEntity> sources = others.stream().map(s -> store.require(em, s.id(), s.version())).toList();
        requireMergeable(target, sources);
        return Stream.concat(Stream.of(target), sources.stream()).toList();
    }

    /** What they come to as one, before any line has moved. */
    private static NewOrder merged(List<OrderEntity> all) {
        return ReviewAgain.entered(all.get(0), all.stream().flatMap(o -> ReviewAgain.live(o).stream()).toList(), SharedDiscount.together(all), charges(all));
    }

    private static List<NewOrder.Charge> charges(List<OrderEntity> all) {
        return all.stream().flatMap(o -> o.enteredCharges().stream()).toList();
    }

    private static void requireMergeable(OrderEntity target, List<OrderEntity> sources) {
        List<Problem> problems = new ArrayList<>();
        List<OrderEntity> all = new ArrayList<>(sources);
        all.add(0, target);
        for (OrderEntity o : all) {
            boolean open = !o.historic() && ReviewAgain.live(o).stream().allMatch(l -> l.status().compareTo(LineStatus.DRAFT) > 0 && l.status().compareTo(LineStatus.PICKED) < 0)
                    && !ReviewAgain.live(o).isEmpty();
            refuseIf(problems, !open, "order.merge-late", "order {0} is {1}: orders can be merged until something of them is picked", o.number(), o.status());
            refuseIf(problems, !o.openHolds().isEmpty(), "order.merge-held", "order {0} is on hold", o.number());
        }
        for (OrderEntity o : sources) {
            refuseIf(problems, o.customerId() == null || !Objects.equals(o.customerId(), target.customerId()), "order.merge-customer", "order {0} is of another customer", o.number());
            refuseIf(problems, !o.currency().equals(target.currency()), "order.merge-currency", "order {0} is in another currency", o.number());
            refuseIf(problems, o.pricesIncludeTax() != target.pricesIncludeTax(), "order.merge-prices", "order {0} taxes its prices otherwise", o.number());
            refuseIf(problems, !o.shipTo().equals(target.shipTo()), "order.merge-address", "order {0} goes to another address", o.number());
        }
        int lines = all.stream().mapToInt(OrderEntity::lineCount).sum();
        refuseIf(problems, lines > OrderCheck.MAX_LINES, "order.too-many-lines", "has {0} lines, at most {1} are allowed", lines, OrderCheck.MAX_LINES);
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
    }

    private static void refuseIf(List<Problem> problems, boolean wrong, String code, String pattern, Object... args) {
        if (wrong) {
            problems.add(Problem.of("others", code, pattern, args));
        }
    }

    /** @return the target with the lines of the source */
    private OrderEntity taken(EntityManager em, Actor by, OrderEntity target, OrderEntity source, String why) {
        Instant now = OrderStore.now();
        // whoever had a hand in the other one has it in this one now
        FourEyes.hands(em, source).forEach(who -> store.remember(em, target, now, new Actor(who, who, Set.of()), "entered", "order", null, source.number(), null));
        store.remember(em, target, now, by, "merged", "order", source.number(), target.number(), why);
        store.remember(em, source, now, by, "merged", "order", source.number(), target.number(), why);
        List<OrderLineEntity> lines = ReviewAgain.live(source);
        em.flush();
        stock.transfer(source, lines, target);
        OrderMoves.move(em, lines, source, target);
        OrderEntity from = OrderMoves.reread(em, store, source);
        if (from.lines().isEmpty()) {
            from.withdraw();
        }
        from.touched(now);
        store.publish(from, by, "merged", ",\"into\":" + target.id());
        em.flush();
        return OrderMoves.reread(em, store, target);
    }

    private Order reviewed(EntityManager em, Actor by, OrderEntity order, Discount discount, List<NewOrder.Charge> charges, List<Calculation.ChargeResult> owed,
                           List<Found> ahead) {
        Instant now = OrderStore.now();
        List<OrderLineEntity> live = ReviewAgain.live(order);
        CheckedOrder content = added(again.check(ReviewAgain.entered(order, live, discount, charges)), live, owed);
        order.amended(content, live, by.name());
        again.apply(em, order, live, again.found(em, by, content, order.id(), ahead), now);
        store.publish(order, by, "merged");
        em.flush();
        return store.whole(em, order);
    }

    /** What was confirmed adds up: calculated anew, other roundings would ask for cents more or less. */
    private static CheckedOrder added(CheckedOrder content, List<OrderLineEntity> live, List<Calculation.ChargeResult> owed) {
        List<Calculation.LineResult> lines = live.stream().map(OrderLineEntity::result).toList();
        BigDecimal shares = lines.stream().map(Calculation.LineResult::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return content.at(new Calculation(content.money().plain(), shares, lines, owed));
    }

    @Override
    public Order part(Actor by, long id, long version, List<Part> parts, LocalDate wishedDate, String reason) {
        return parting.part(by, id, version, parts, wishedDate, reason);
    }

    @Override
    public Order partLocation(Actor by, long id, long version, long locationId, String reason) {
        by.require(OrderAmendments.AMEND);
        return tx.callWithRetry(em -> {
            List<Part> there = store.require(em, id, version).lines().stream().filter(l -> Objects.equals(l.locationId(), locationId) && !l.status().isFinal()).map(l -> new Part(l.id(), null)).toList();
            return parting.part(by, id, version, there, null, reason);
        });
    }

    @Override
    public Order closeShort(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        by.require(OrderAction.CANCEL.permission());
        String why = ActOnOrder.requiredReason(reason);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            if (order.status() == OrderStatus.DRAFT || order.status() == OrderStatus.IN_REVIEW) {
                throw new AmphoraException.Refused(Problem.of("", "order.close-early", "order {0} is {1}: nothing of it is on its way that could be left at that; possible now: {2}",
                        order.number(), order.status(), List.copyOf(order.toOrder(List.of(), List.of()).possible())));
            }
            Set<Long> rest = order.lines().stream().filter(l -> OrderAction.CANCEL.appliesTo(l.status()) && (lineIds == null || lineIds.isEmpty() || lineIds.contains(l.id())))
                    .map(OrderLineEntity::id).collect(Collectors.toSet());
            String closed = order.lines().stream().filter(l -> rest.contains(l.id())).map(l -> Numbers.quantity(l.quantity()).toPlainString() + " × " + l.sku()).collect(Collectors.joining(", "));
            Order after = review.cancel(by, id, version, rest.isEmpty() ? lineIds == null ? Set.of() : lineIds : rest, why);
            store.remember(em, order, OrderStore.now(), by, "closed-short", "lines", closed, null, null);
            return after;
        });
    }

    @Override
    public Order reopen(Actor by, long id, long version, String reason) {
        by.require(REOPEN);
        String why = ActOnOrder.requiredReason(reason);
        List<Found> ahead = again.hasOthers() ? tx.call(em -> revived(em, store.require(em, id, version))).map(content -> again.ahead(by, content, id)).orElse(List.of()) : List.of();
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            OrderStatus before = order.status();
            if (!order.historic() && order.lines().isEmpty()) {
                throw new AmphoraException.Refused(Problem.of("", "order.reopen-merged", "order {0} was merged: its lines belong to another order now", order.number()));
            }
            if (!isReopenable(order)) {
                throw new AmphoraException.Refused(Problem.of("", "order.reopen-never", "order {0} is {1}: only a completed or cancelled order can be opened again; possible now: {2}, and to copy it", order.number(), before,
                        List.copyOf(order.toOrder(List.of(), List.of()).possible())));
            }
            if (before == OrderStatus.COMPLETED) {
                order.lines().stream().filter(l -> l.status() == LineStatus.COMPLETED).forEach(l -> l.moveTo(LineStatus.DELIVERED));
                order.touched(OrderStore.now());
            } else {
                revive(em, by, order, ahead);
            }
            store.remember(em, order, OrderStore.now(), by, "reopened", "status", before.name(), order.status().name(), why);
            store.publish(order, by, "reopened");
            em.flush();
            return store.whole(em, order);
        });
    }

    private static boolean isReopenable(OrderEntity order) {
        return !order.historic() && (order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.CANCELLED) && !order.lines().isEmpty();
    }

    /** What goes through the review if a cancelled order is opened again. */
    private Optional<CheckedOrder> revived(EntityManager em, OrderEntity order) {
        boolean reviewed = isReopenable(order) && order.status() == OrderStatus.CANCELLED && order.placedAt() != null;
        return reviewed ? Optional.of(again.check(ReviewAgain.entered(order, fallen(em, order)))) : Optional.empty();
    }

    /** The lines that went when the whole order was cancelled: what somebody had cancelled of it before stays so. */
    private static List<OrderLineEntity> fallen(EntityManager em, OrderEntity order) {
        Set<Long> before = em.createQuery("select p from PastEntity p where p.orderId = :o order by p.until desc, p.id desc", PastEntity.class).setParameter("o", order.id()).getResultStream()
                .map(PastEntity::order).filter(o -> o.status() != OrderStatus.CANCELLED).findFirst()
                .map(o -> o.lines().stream().filter(l -> !l.status().isFinal()).map(Order.Line::id).collect(Collectors.toSet())).orElse(Set.of());
        List<OrderLineEntity> fallen = order.lines().stream().filter(l -> before.contains(l.id())).toList();
        return fallen.isEmpty() ? List.copyOf(order.lines()) : fallen;
    }

    private void revive(EntityManager em, Actor by, OrderEntity order, List<Found> ahead) {
        List<OrderLineEntity> lines = fallen(em, order);
        CheckedOrder content = revived(em, order)
                .orElseThrow(() -> new AmphoraException.Refused(Problem.of("", "order.reopen-draft", "order {0} never was placed: copy it instead", order.number())));
        again.apply(em, order, lines, again.found(em, by, content, order.id(), ahead), OrderStore.now());
        lines.forEach(OrderLineEntity::holdsNothing);
        em.flush();
        stock.reserve(order, lines, null);
    }
}
