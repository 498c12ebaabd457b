package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderDates;
import io.amphora.order.api.Promise;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Promises a day to the customer. */
@Component(service = OrderDates.class)
public final class PromiseOrder implements OrderDates {
    private static final int LAST_YEAR = 9999;

    private final Tx tx;
    private final OrderStore store;
    private final Today today;

    @Activate
    public PromiseOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference Today today) {
        this.tx = tx;
        this.store = store;
        this.today = today;
    }

    @Override
    public Order promise(Actor by, long id, long version, Set<Long> lineIds, LocalDate date, String reason) {
        by.require(PROMISE);
        Problems problems = new Problems();
        boolean sensible = date == null || !date.isBefore(today.now()) && date.getYear() <= LAST_YEAR;
        problems.check(date != null, "date", "required", "must not be empty");
        problems.check(sensible, "date", "order.promise-past", "must not be in the past");
        String why = problems.optionalText("reason", reason, 1000);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            requireOpen(order);
            promise(em, by, order, lineIds == null ? Set.of() : lineIds, date, why);
            em.flush();
            return store.whole(em, order);
        });
    }

    private void promise(EntityManager em, Actor by, OrderEntity order, Set<Long> lineIds, LocalDate date, String why) {
        Instant now = OrderStore.now();
        if (lineIds.isEmpty()) {
            requireReason(order.promise(), date, why);
            remember(em, by, order, now, "", order.promise(), date, why);
            order.promise(order.promise().to(date));
        }
        for (OrderLineEntity line : lines(order, lineIds)) {
            requireReason(line.promise(), date, why);
            remember(em, by, order, now, line.lineNo() + " " + line.sku() + ": ", line.promise(), date, why);
            line.promise(line.promise().to(date));
        }
        order.touched(now);
        store.publish(order, by, "promised", ",\"date\":\"" + date + "\"");
    }

    private void remember(EntityManager em, Actor by, OrderEntity order, Instant now, String what, Promise before, LocalDate date, String why) {
        if (!Objects.equals(before.current(), date)) {
            store.remember(em, order, now, by, "promised", what.isEmpty() ? "promise" : "linePromise", before.made() ? what + before.current() : null, what + date, why);
        }
    }

    private static void requireReason(Promise before, LocalDate date, String why) {
        if (before.made() && !before.current().equals(date) && why == null) {
            throw new AmphoraException.Invalid(Problem.of("reason", "order.promise-reason", "is required: {0} was promised", before.current().toString()));
        }
    }

    private static void requireOpen(OrderEntity order) {
        if (order.historic() || order.lines().stream().noneMatch(l -> l.status().isBeforeShipping())) {
            throw new AmphoraException.Refused(Problem.of("", "order.promise-never", "order {0} is {1}: nothing is left to promise", order.number(), order.status()));
        }
    }

    /** All problems at once. */
    private static List<OrderLineEntity> lines(OrderEntity order, Set<Long> ids) {
        Set<Long> unknown = new TreeSet<>(ids);
        List<Problem> problems = new ArrayList<>();
        List<OrderLineEntity> lines = order.lines().stream().filter(l -> unknown.remove(l.id())).toList();
        unknown.forEach(i -> problems.add(Problem.of("lineIds", "order.line-unknown", "order {0} has no line {1}", order.number(), String.valueOf(i))));
        lines.stream().filter(l -> !l.status().isBeforeShipping()).forEach(l -> problems.add(
                Problem.of("lines[" + (l.lineNo() - 1) + "]", "order.promise-line", "line {0} is {1}: nothing is left to promise", String.valueOf(l.lineNo()), l.status())));
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
        return lines;
    }
}
