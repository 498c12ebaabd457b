package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderShortages;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The goods of a line are not where they should be. */
@Component
public final class ShortLine implements OrderShortages {
    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;
    private final Reservations reservations;
    private final Shelves shelves;
    private final Stock figures;
    private final Locations locations;
    private final ReviewOrder review;

    @Activate
    public ShortLine(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock, @Reference Reservations reservations, @Reference Shelves shelves,
                     @Reference Stock figures, @Reference Locations locations, @Reference ReviewOrder review) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
        this.reservations = reservations;
        this.shelves = shelves;
        this.figures = figures;
        this.locations = locations;
        this.review = review;
    }

    @Override
    public Order missing(Actor by, long id, long version, long lineId, String sku, Remedy remedy, String reason) {
        by.require(OrderAction.PICK.permission());
        Problems problems = new Problems();
        String why = problems.text("reason", reason, 1000);
        problems.check(remedy != null, "remedy", "required", "must not be empty");
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            OrderLineEntity line = Transitions.select(order, OrderAction.PICK, Set.of(lineId)).get(0);
            Instant now = OrderStore.now();
            store.remember(em, order, now, by, "short", "stock", Numbers.quantity(line.quantity()).toPlainString() + " × " + (sku == null ? line.sku() : sku), remedy.name().toLowerCase(Locale.ROOT), why);
            order.touched(now);
            // a version conflict must show before rows that others want are locked
            em.flush();
            Set<Long> emptyAt = giveBack(by, order, line, sku, why);
            return remedied(em, by, order, line, remedy, why, emptyAt);
        });
    }

    /** What is not there is nobody's any more; the rest of a kit is free again. @return where it was looked for in vain */
    private Set<Long> giveBack(Actor by, OrderEntity order, OrderLineEntity line, String sku, String why) {
        List<Reservations.Held> lost = reservations.held(Set.of(order.id())).stream().filter(h -> h.lineId() == line.id() && (sku == null || h.sku().equals(sku))).toList();
        stock.release(order, List.of(line));
        lost.forEach(h -> shelves.missing(h.sku(), h.locationId(), h.quantity(), by.name(), order.number() + ": " + why));
        return lost.stream().map(Reservations.Held::locationId).collect(Collectors.toSet());
    }

    private Order remedied(EntityManager em, Actor by, OrderEntity order, OrderLineEntity line, Remedy remedy, String why, Set<Long> emptyAt) {
        switch (remedy) {
            case CANCEL -> {
                store.publish(order, by, "short");
                em.flush();
                return review.cancel(cancelling(by), order.id(), order.version(), Set.of(line.id()), why);
            }
            case ELSEWHERE -> {
                Map<Long, Long> taken = reservations.reserve(order.id(), List.of(line.wanted()), elsewhere(line.wanted(), emptyAt));
                line.locate(taken.get(line.id()));
            }
            case BACKORDER -> {
                requireWaiting(order, line);
                stock.waits(order, line);
            }
        }
        order.touched(OrderStore.now());
        store.publish(order, by, "short");
        em.flush();
        return store.whole(em, order);
    }

    /** Somebody decides it for this line; only the order itself can say no. */
    private static void requireWaiting(OrderEntity order, OrderLineEntity line) {
        if (Boolean.FALSE.equals(order.delivery().backorders())) {
            throw new AmphoraException.Refused(Problem.of("remedy", "order.short-wait", "order {0} takes no backorders: line {1} cannot wait for stock", order.number(),
                    String.valueOf(line.lineNo())));
        }
    }

    /** The first place with enough of it, but for where it was looked for: what the books still say of that is not to be believed. */
    private Long elsewhere(Reservations.Wanted wanted, Set<Long> emptyAt) {
        Map<String, BigDecimal> needed = wanted.parts().isEmpty() ? Map.of(wanted.sku(), wanted.quantity())
                : wanted.parts().stream().collect(Collectors.toMap(Reservations.Part::sku, p -> p.each().multiply(wanted.quantity()), BigDecimal::add));
        Map<String, Map<Long, BigDecimal>> available = figures.available(needed.keySet());
        return locations.active().stream().map(Location::id).filter(l -> !emptyAt.contains(l))
                .filter(l -> needed.entrySet().stream().allMatch(e -> available.getOrDefault(e.getKey(), Map.of()).getOrDefault(l, BigDecimal.ZERO).compareTo(e.getValue()) >= 0)).findFirst()
                .orElseThrow(() -> new AmphoraException.Refused(Problem.of("remedy", "order.short-nowhere", "there is not enough of {0} anywhere else", wanted.sku())));
    }

    /** Whoever may pick may say that a line cannot be: the cancelling of that line comes with it. */
    private static Actor cancelling(Actor by) {
        Set<String> may = new HashSet<>(by.permissions());
        may.add(OrderAction.CANCEL.permission());
        return new Actor(by.name(), by.displayName(), may);
    }
}
