package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order domain with one order in it, for page tests. */
final class OneOrder implements OrderQueries, OrderActions, OrderHolds {
    static final long ID = 17;
    final List<String> done = new ArrayList<>();
    boolean stale;
    List<Hold> holds = List.of();
    private LineStatus status;
    private final List<Order.Finding> findings;

    OneOrder(LineStatus status, Order.Finding... findings) {
        this.status = status;
        this.findings = List.of(findings);
    }

    private Order order() {
        Order.Line line = new Order.Line(1, 1, "TEA-1", "Darjeeling", new BigDecimal("2"), "pcs", Money.of("12.90", "EUR"), Money.of("25.80", "EUR"), status, 5L);
        return new Order(ID, "A-17", Order.Kind.SALE, "console", null, 3L, "Café Central", null, OrderStatus.of(List.of(status)), Money.of("25.80", "EUR"), Address.EMPTY, null, null,
                Instant.EPOCH, Instant.EPOCH, "sam", null, null, false, List.of(line), findings, List.of(), 4, holds);
    }

    private Order to(LineStatus next, String what) {
        if (stale) {
            throw new AmphoraException.Stale("order", ID, 4, 5);
        }
        done.add(what);
        status = next;
        return order();
    }

    @Override
    public Order find(Actor by, long id) {
        if (id != ID) {
            throw new AmphoraException.NotFound("order", id);
        }
        return order();
    }

    @Override
    public Optional<Order> findByNumber(Actor by, String number) {
        return Optional.of(order());
    }

    @Override
    public Page<OrderRow> list(Actor by, OrderFilter filter, PageRequest page) {
        Order o = order();
        boolean fits = filter.statuses() == null || filter.statuses().contains(o.status());
        OrderRow row = new OrderRow(ID, o.number(), o.kind(), o.channel(), o.customerId(), o.customerName(), "Austria", o.status(), o.total(), 1, Instant.EPOCH, null, false, 4);
        return new Page<>(fits ? List.of(row) : List.of(), null);
    }

    @Override
    public List<String> channels(Actor by) {
        return List.of("console", "shop");
    }

    @Override
    public List<OrderRow> rows(Actor by, Collection<Long> ids) {
        return ids.contains(ID) ? list(by, OrderFilter.ALL, PageRequest.first(1)).items() : List.of();
    }

    @Override
    public int count(Actor by, OrderFilter filter, int limit) {
        return list(by, filter, PageRequest.first(1)).items().size();
    }

    @Override
    public Map<OrderStatus, Integer> counts(Actor by, Set<OrderStatus> statuses, int limit) {
        return statuses.contains(order().status()) ? Map.of(order().status(), 1) : Map.of();
    }

    @Override
    public Map<Long, Integer> openByLocation(Collection<Long> locationIds, int limit) {
        return Map.of();
    }

    @Override
    public List<Turnover> turnover(Actor by, Instant from, Instant to) {
        return List.of(new Turnover("EUR", 1, new BigDecimal("25.80")));
    }

    @Override
    public List<OrderRow> withReference(Actor by, long customerId, String reference) {
        return reference.equals("PO 7") ? list(by, OrderFilter.ALL, PageRequest.first(1)).items() : List.of();
    }

    @Override
    public Page<TimelineEntry> timeline(Actor by, long orderId, PageRequest page) {
        return new Page<>(List.of(new TimelineEntry(1, ID, Instant.EPOCH, "sam", "placed", "status", "DRAFT", "APPROVED", null)), null);
    }

    @Override
    public List<OrderRow> toPick(Actor by, OrderFilter filter, Integer minPriority, int skip, int limit) {
        return List.of();
    }

    @Override
    public Long[] neighbours(Actor by, OrderFilter filter, long id) {
        return new Long[2];
    }

    @Override
    public Order waive(Actor by, long id, long version, Set<Long> findingIds, String reason) {
        return to(status, "waive " + findingIds + " " + reason);
    }

    @Override
    public Order approve(Actor by, long id, long version, String reason) {
        return to(LineStatus.APPROVED, "approve " + reason);
    }

    @Override
    public Order reject(Actor by, long id, long version, String reason) {
        return to(LineStatus.REJECTED, "reject " + reason);
    }

    @Override
    public Order assign(Actor by, long id, long version, long locationId, String assignee, String reason) {
        return to(LineStatus.ASSIGNED, "assign " + locationId);
    }

    @Override
    public Order pick(Actor by, long id, long version, Set<Long> lineIds) {
        return to(LineStatus.PICKED, "pick");
    }

    @Override
    public Order ship(Actor by, long id, long version, Set<Long> lineIds, String carrier, String trackingNumber) {
        return to(LineStatus.SHIPPED, "ship " + trackingNumber);
    }

    @Override
    public Order deliver(Actor by, long id, long version, Set<Long> lineIds) {
        return to(LineStatus.DELIVERED, "deliver");
    }

    @Override
    public Order comeBack(Actor by, long id, long version, Set<Long> lineIds, io.amphora.order.api.BackTo to, Long locationId, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order lose(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order complete(Actor by, long id, long version) {
        return to(LineStatus.COMPLETED, "complete");
    }

    @Override
    public Order cancel(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        return to(LineStatus.CANCELLED, "cancel " + reason);
    }

    @Override
    public Order cancelPart(Actor by, long id, long version, long lineId, BigDecimal quantity, String reason) {
        return to(status, "cancel " + quantity + " of " + lineId + " " + reason);
    }

    @Override
    public Order split(Actor by, long id, long version, long lineId, BigDecimal quantity) {
        return to(status, "split " + quantity + " of " + lineId);
    }

    @Override
    public void comment(Actor by, long id, String text) {
        done.add("comment " + text);
    }

    @Override
    public Order hold(Actor by, long id, long version, HoldType type, Instant until, String reason) {
        return to(status, "hold " + type + " " + until + " " + reason);
    }

    @Override
    public Order release(Actor by, long id, long version, long holdId, String reason) {
        holds = List.of();
        return to(status, "release " + holdId + " " + reason);
    }
}
