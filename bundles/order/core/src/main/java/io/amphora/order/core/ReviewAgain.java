package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order that was changed after it was placed goes through the review as if it were new. For use inside a transaction. */
@Component(service = ReviewAgain.class)
public final class ReviewAgain {
    /** What {@link io.amphora.order.core.review.DateCheck} finds. */
    private static final String DATE = "order.review.date";

    private final OrderStore store;
    private final OrderCheck check;
    private final Reviews reviews;
    private final Holds holds;
    private final ApprovalSteps steps;

    @Activate
    public ReviewAgain(@Reference OrderStore store, @Reference OrderCheck check, @Reference Reviews reviews, @Reference Holds holds, @Reference ApprovalSteps steps) {
        this.store = store;
        this.check = check;
        this.reviews = reviews;
        this.holds = holds;
        this.steps = steps;
    }

    /** Of these the order consists; the others are over. */
    static List<OrderLineEntity> live(OrderEntity order) {
        return order.lines().stream().filter(l -> l.status() != LineStatus.CANCELLED && l.status() != LineStatus.REJECTED).toList();
    }

    /** The order with these lines as somebody would enter it. */
    static NewOrder entered(OrderEntity order, List<OrderLineEntity> of) {
        return entered(order, of, SharedDiscount.of(order, of), order.enteredCharges());
    }

    /** With these lines, this discount and these charges. */
    static NewOrder entered(OrderEntity order, List<OrderLineEntity> of, Discount discount, List<NewOrder.Charge> charges) {
        Order o = order.toOrder(List.of(), List.of());
        return new NewOrder(o.channel(), o.externalId(), o.customerId(), o.reference(), order.currency(), o.shipTo().equals(Address.EMPTY) ? null : o.shipTo(), o.wishedDate(), o.note(),
                of.stream().map(OrderLineEntity::entered).toList(), order.delivery(), discount, charges, order.frozenTax());
    }

    CheckedOrder check(NewOrder entered) {
        return check.complete(entered);
    }

    /** What checks of other bundles find; to be asked before the transaction that writes. */
    List<Found> ahead(Actor by, CheckedOrder content, long id) {
        return reviews.ahead(by, content, id);
    }

    boolean hasOthers() {
        return reviews.hasOthers();
    }

    List<Found> found(EntityManager em, Actor by, CheckedOrder content, long id, List<Found> ahead) {
        List<Found> found = reviews.within(em, by, content, id, ahead);
        return wasOver(em, content, id) ? found.stream().filter(f -> f.problem() == null || !f.problem().code().equals(DATE)).toList() : found;
    }

    /** A day that was let pass, or that has passed since, is no news when something else changes. */
    private boolean wasOver(EntityManager em, CheckedOrder content, long id) {
        boolean same = store.find(em, id).map(OrderEntity::wishedDate).filter(day -> day.equals(content.wishedDate())).isPresent();
        return same && store.findings(em, id).stream().noneMatch(f -> f.open() && f.toFinding().problem().code().equals(DATE));
    }

    /** Its lines stand where the review leaves them; what was open before is gone, what was let pass stays on record. */
    void apply(EntityManager em, OrderEntity order, List<OrderLineEntity> lines, List<Found> found, Instant now) {
        store.findings(em, order.id()).stream().filter(FindingEntity::open).forEach(f -> f.gone(now));
        steps.end(em, order);
        lines.forEach(l -> l.moveTo(found.isEmpty() ? LineStatus.APPROVED : LineStatus.IN_REVIEW));
        order.unassigned();
        order.touched(now);
        store.keep(em, order, found.stream().map(f -> f.at(i -> i < lines.size() ? order.lines().indexOf(lines.get(i)) : i)).toList());
        holds.byFindings(em, order, found, now);
    }
}
