package io.amphora.assignment.core;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what a rule decides on. */
@Component(service = Question.class)
public final class Question {
    /** Beyond this a location is busy, however many more there are. */
    private static final int MAX_OPEN = 1_000;

    private final Locations locations;
    private final Stock stock;
    private final OrderQueries orders;

    @Activate
    public Question(@Reference Locations locations, @Reference Stock stock, @Reference OrderQueries orders) {
        this.locations = locations;
        this.stock = stock;
        this.orders = orders;
    }

    AssignmentRequest about(Order order) {
        Map<String, BigDecimal> wanted = new TreeMap<>();
        Map<String, Map<Long, BigDecimal>> held = new HashMap<>();
        for (Order.Line l : order.lines()) {
            if (OrderAction.ASSIGN.appliesTo(l.status()) && l.locationId() != null) {
                wanted.merge(l.sku(), l.quantity(), BigDecimal::add);
                held.computeIfAbsent(l.sku(), s -> new HashMap<>()).merge(l.locationId(), l.quantity(), BigDecimal::add);
            }
        }
        List<Location> active = locations.active();
        Map<String, Map<Long, BigDecimal>> free = wanted.isEmpty() ? Map.of() : stock.available(wanted.keySet());
        Map<Long, Integer> open = orders.openByLocation(active.stream().map(Location::id).toList(), MAX_OPEN);
        List<Candidate> candidates = active.stream().map(l -> new Candidate(l.id(), l.code(), l.name(), l.region(), l.priority(), open.getOrDefault(l.id(), 0),
                wanted.entrySet().stream().allMatch(w -> has(l.id(), w.getValue(), free.get(w.getKey()), held.get(w.getKey()))))).toList();
        return new AssignmentRequest(order.id(), order.number(), order.channel(), order.customerId(), order.shipTo().country(), order.shipTo().region(), order.total().amount(),
                order.total().currency().getCurrencyCode(), wanted, candidates);
    }

    /** What the order holds there counts as available. */
    private static boolean has(long location, BigDecimal wanted, Map<Long, BigDecimal> free, Map<Long, BigDecimal> held) {
        BigDecimal there = free == null ? BigDecimal.ZERO : free.getOrDefault(location, BigDecimal.ZERO);
        return there.add(held.getOrDefault(location, BigDecimal.ZERO)).compareTo(wanted) >= 0;
    }
}
