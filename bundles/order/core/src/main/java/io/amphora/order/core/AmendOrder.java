package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.LineMoney;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes an order after it was placed: as a whole, with its stock, in one transaction. */
@Component
public final class AmendOrder implements OrderAmendments {
    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;
    private final ReviewAgain review;
    private final Revisions revisions = new Revisions();

    @Activate
    public AmendOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock, @Reference ReviewAgain review) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
        this.review = review;
    }

    /** An amendment on its way. @param kept the lines named, as they are now; null for a new one */
    private record Amending(OrderEntity order, CheckedOrder content, List<OrderLineEntity> kept, List<OrderLineEntity> dropped) {
    }

    @Override
    public Preview preview(Actor by, long id, long version, Amendment amendment) {
        by.require(AMEND);
        return tx.call(em -> {
            Amending a = check(store.require(em, id, version), amendment);
            List<Found> found = review.found(em, by, a.content(), id, List.of());
            Money before = Numbers.money(a.order().total(), a.order().currency());
            Money after = Numbers.money(a.content().total(), a.order().currency());
            return new Preview(before, after, after.minus(before), wouldDiffer(a), found.stream().map(Found::problem).filter(Objects::nonNull).toList(),
                    (int) found.stream().filter(f -> f.step() != null).count());
        });
    }

    /** As the order will be, without writing it. */
    private static List<Difference> wouldDiffer(Amending a) {
        Order now = a.order().toOrder(List.of(), List.of());
        CheckedOrder to = a.content();
        List<Order.Line> lines = new ArrayList<>();
        for (int i = 0; i < a.kept().size(); i++) {
            lines.add(wouldBe(to, i, a.kept().get(i)));
        }
        return Differences.between(now, new Order(now.id(), now.number(), now.kind(), now.channel(), now.externalId(), now.customerId(), now.customerName(), to.reference(), now.status(),
                Numbers.money(to.total(), to.currency()), to.shipTo(), to.wishedDate(), to.note(), now.createdAt(), now.placedAt(), now.createdBy(),
                now.locationId(), now.assignee(), false, lines, List.of(), List.of(), now.version(), List.of(), now.terms(), now.promise(), now.quotationId(), to.pricing()));
    }

    private static Order.Line wouldBe(CheckedOrder to, int i, OrderLineEntity line) {
        CheckedLine l = to.lines().get(i);
        BigDecimal amount = to.money().lines().get(i).amount();
        LineMoney money = new LinePricing(l, to.money().lines().get(i), to.money().plain(), null).toMoney(amount, to.currency());
        return new Order.Line(line == null ? -i - 1L : line.id(), line == null ? 0 : line.lineNo(), l.sku(), l.name(), Numbers.quantity(l.quantity()), l.unit(),
                Numbers.money(l.unitPrice(), to.currency()), Numbers.money(amount, to.currency()), LineStatus.APPROVED, null, false, null, money, l.money().note(), List.of());
    }

    @Override
    public Order amend(Actor by, long id, long version, Amendment amendment, String reason) {
        by.require(AMEND);
        String why = ActOnOrder.requiredReason(reason);
        List<Found> ahead = review.hasOthers() ? review.ahead(by, tx.call(em -> check(store.require(em, id, version), amendment).content()), id) : List.of();
        return tx.callWithRetry(em -> {
            Amending a = check(store.require(em, id, version), amendment);
            Order before = a.order().toOrder(List.of(), List.of());
            List<Found> found = review.found(em, by, a.content(), id, ahead);
            List<OrderLineEntity> unstocked = write(em, by, a, found);
            Instant now = OrderStore.now();
            // a version conflict must show before rows that others want are locked
            em.flush();
            stock.reserve(a.order(), unstocked, null);
            em.flush();
            remember(em, by, before, a.order(), now, why);
            store.publish(a.order(), by, "amended");
            em.flush();
            return store.whole(em, a.order());
        });
    }

    private Amending check(OrderEntity order, Amendment amendment) {
        requireAmendable(order);
        Map<Long, OrderLineEntity> live = new HashMap<>();
        ReviewAgain.live(order).forEach(l -> live.put(l.id(), l));
        List<Problem> problems = new ArrayList<>();
        List<OrderLineEntity> kept = new ArrayList<>();
        List<NewOrder.Line> lines = new ArrayList<>();
        for (Amendment.Line line : amendment.lines()) {
            OrderLineEntity is = line.id() == null ? null : live.remove(line.id());
            if (line.id() != null && is == null) {
                problems.add(Problem.of("lines[" + kept.size() + "].id", "order.line-unknown", "order {0} has no line {1}", order.number(), String.valueOf(line.id())));
            }
            kept.add(is);
            lines.add(entered(is, line));
        }
        if (!problems.isEmpty()) {
            throw new AmphoraException.Invalid(problems);
        }
        NewOrder as = ReviewAgain.entered(order, ReviewAgain.live(order));
        Amendment.Pricing pricing = amendment.pricing() == null ? new Amendment.Pricing(as.discount(), as.charges()) : amendment.pricing();
        CheckedOrder content = review.check(new NewOrder(as.channel(), as.externalId(), as.customerId(), amendment.reference(), as.currency(), amendment.shipTo(), amendment.wishedDate(),
                amendment.note(), lines, as.delivery(), pricing.discount(), pricing.charges(), as.pricesIncludeTax()));
        Amending a = new Amending(order, content, kept, List.copyOf(live.values()));
        if (wouldDiffer(a).isEmpty()) {
            throw new AmphoraException.Refused(Problem.of("", "order.amend-nothing", "nothing of order {0} would change", order.number()));
        }
        return a;
    }

    /** What the amendment does not say of a line stays. @param is null for a new one */
    private static NewOrder.Line entered(OrderLineEntity is, Amendment.Line to) {
        NewOrder.Line as = is == null ? new NewOrder.Line(to.sku(), null, null) : is.entered();
        Amendment.Terms terms = to.terms() == null ? new Amendment.Terms(as.discount(), as.taxRate(), as.note()) : to.terms();
        return new NewOrder.Line(as.sku(), to.quantity(), to.unitPrice() == null ? as.unitPrice() : to.unitPrice(), terms.discount(), terms.taxRate(), terms.note());
    }

    private static void requireAmendable(OrderEntity order) {
        boolean placed = !order.historic() && !order.status().isFinal() && order.status() != io.amphora.order.api.OrderStatus.DRAFT;
        List<Problem> late = !placed ? List.of() : ReviewAgain.live(order).stream().filter(l -> l.status().compareTo(LineStatus.ASSIGNED) > 0)
                .map(l -> Problem.of("lines[" + (l.lineNo() - 1) + "]", "order.amend-late", "line {0} ({1}) is {2}: an order can be amended until something of it is picked",
                        String.valueOf(l.lineNo()), l.sku(), io.amphora.order.api.OrderStatus.valueOf(l.status().name()))).toList();
        if (!placed) {
            throw new AmphoraException.Refused(Problem.of("", "order.amend-never", "order {0} is {1}: it cannot be amended", order.number(), order.status()));
        }
        if (!late.isEmpty()) {
            throw new AmphoraException.Refused(late);
        }
    }

    /** @return the lines that need stock anew */
    private List<OrderLineEntity> write(EntityManager em, Actor by, Amending a, List<Found> found) {
        OrderEntity order = a.order();
        if (order.revision() == 1) {
            em.persist(new RevisionEntity(order.toOrder(List.of(), List.of()), 1, order.placedAt(), order.createdBy(), null));
        }
        List<OrderLineEntity> moved = moved(a);
        List<OrderLineEntity> all = order.amended(a.content(), a.kept(), by.name());
        order.nextRevision();
        List<OrderLineEntity> unstocked = new ArrayList<>(all);
        unstocked.removeIf(l -> a.kept().contains(l) && !moved.contains(l));
        unstocked.stream().filter(l -> !a.kept().contains(l)).forEach(em::persist);
        moved.addAll(a.dropped());
        stock.release(order, moved);
        unstocked.forEach(OrderLineEntity::holdsNothing);
        a.dropped().forEach(l -> l.moveTo(LineStatus.CANCELLED));
        review.apply(em, order, all, found, OrderStore.now());
        return unstocked;
    }

    /** The lines that shall have another quantity. */
    private static List<OrderLineEntity> moved(Amending a) {
        List<OrderLineEntity> moved = new ArrayList<>();
        for (int i = 0; i < a.kept().size(); i++) {
            OrderLineEntity line = a.kept().get(i);
            if (line != null && line.quantity().compareTo(a.content().lines().get(i).quantity()) != 0) {
                moved.add(line);
            }
        }
        return moved;
    }

    private void remember(EntityManager em, Actor by, Order before, OrderEntity order, Instant now, String why) {
        Order after = order.toOrder(List.of(), List.of());
        em.persist(new RevisionEntity(after, order.revision(), now, by.name(), why));
        store.remember(em, order, now, by, "amended", "status", before.status().name(), after.status().name(), why);
        Differences.between(before, after).forEach(d -> store.remember(em, order, now, by, "amended", d.field().startsWith("lines") ? "lines" : d.field(),
                d.before() == null ? null : named(d) + d.before(), d.after() == null ? null : named(d) + d.after(), null));
    }

    /** {@code lines[SKU].quantity} says which line. */
    private static String named(Difference d) {
        return d.field().startsWith("lines[") ? d.field().substring(6, d.field().lastIndexOf(']')) + ": " : "";
    }

    @Override
    public List<Revision> revisions(Actor by, long id) {
        by.require(OrderQueries.READ);
        return tx.call(em -> revisions.all(em, store.require(em, id)));
    }

    @Override
    public Order revision(Actor by, long id, int number) {
        by.require(OrderQueries.READ);
        return tx.call(em -> revisions.one(em, store.require(em, id), number));
    }

    @Override
    public List<Difference> differences(Actor by, long id, int from, int to) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            OrderEntity order = store.require(em, id);
            return Differences.between(revisions.one(em, order, from), revisions.one(em, order, to));
        });
    }
}
