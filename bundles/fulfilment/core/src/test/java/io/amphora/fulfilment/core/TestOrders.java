package io.amphora.fulfilment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.inventory.api.Reservations;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderShortages;
import io.amphora.order.api.OrderStatus;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders as the order domain would keep them: its transition table, shipments and splits, without stock. Not undone when a transaction is. */
public final class TestOrders {
    public final List<String> done = new ArrayList<>();
    /** SKU to its parts. */
    public final Map<String, Map<String, BigDecimal>> kits = new HashMap<>();
    private final Map<Long, Order> orders = new HashMap<>();
    private long nextLine = 100;
    private long nextShipment = 500;

    /** Assigned to location 1, with a line for each quantity. */
    public Order add(long id, String... quantities) {
        List<Order.Line> lines = new ArrayList<>();
        for (String q : quantities) {
            lines.add(record(Order.Line.class, Map.of("id", ++nextLine, "position", lines.size() + 1, "sku", "SKU" + (lines.size() + 1), "name", "Thing " + (lines.size() + 1),
                    "quantity", new BigDecimal(q), "unit", "pcs", "unitPrice", Money.of("1", "EUR"), "amount", Money.of(q, "EUR"), "status", LineStatus.ASSIGNED, "locationId", 1L)));
        }
        Map<String, Object> values = new HashMap<>(Map.of("id", id, "number", "A-" + id, "kind", Order.Kind.SALE, "channel", "rest", "status", OrderStatus.ASSIGNED, "customerName", "Ada",
                "shipTo", new Address("Ada", "Street 1", "Bergen", null, "5003", "NO"), "locationId", 1L));
        values.put("lines", lines);
        values.put("version", 1L);
        values.put("placedAt", Instant.parse("2026-05-01T08:00:00Z"));
        values.put("createdAt", Instant.parse("2026-05-01T08:00:00Z"));
        values.put("total", Money.of("1", "EUR"));
        orders.put(id, record(Order.class, values));
        return orders.get(id);
    }

    public synchronized Order get(long id) {
        if (!orders.containsKey(id)) {
            throw new AmphoraException.NotFound("order", id);
        }
        return orders.get(id);
    }

    public List<LineStatus> statuses(long id) {
        return get(id).lines().stream().map(Order.Line::status).toList();
    }

    public static <R extends Record> R with(R record, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent c : record.getClass().getRecordComponents()) {
            try {
                values.put(c.getName(), c.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        values.putAll(changed);
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        return record(type, values);
    }

    private static <R> R record(Class<R> type, Map<String, Object> values) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] args = Arrays.stream(parts).map(c -> values.getOrDefault(c.getName(), none(c.getType()))).toArray();
        try {
            return type.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new)).newInstance(args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object none(Class<?> type) {
        return type == long.class ? (Object) 0L : type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : type == List.class ? List.of()
                : type == Set.class ? Set.of() : type == Map.class ? Map.of() : type == BigDecimal.class ? BigDecimal.ZERO : null;
    }

    public OrderQueries queries() {
        return (OrderQueries) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OrderQueries.class}, (proxy, method, args) -> switch (method.getName()) {
            case "find" -> get((Long) args[1]);
            case "toPick" -> rows().stream().skip((Integer) args[3]).limit((Integer) args[4]).toList();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    @SuppressWarnings("unchecked")
    private static Collection<Long> ids(Object arg) {
        return (Collection<Long>) arg;
    }

    /** Rows as lists have them: those with an assigned line. */
    private List<OrderRow> rows() {
        return orders.values().stream().filter(o -> o.lines().stream().anyMatch(l -> l.status() == LineStatus.ASSIGNED))
                .map(o -> record(OrderRow.class, Map.of("id", o.id(), "number", o.number(), "at", o.placedAt(), "lines", o.lines().size()))).toList();
    }

    /** What lines hold, all at location 1: of a kit its parts. */
    public Reservations reservations() {
        return (Reservations) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Reservations.class}, (proxy, method, args) -> held(ids(args[0])));
    }

    private List<Reservations.Held> held(Collection<Long> ids) {
        List<Reservations.Held> all = new ArrayList<>();
        for (long id : ids) {
            for (Order.Line l : get(id).lines()) {
                if (l.status() == LineStatus.ASSIGNED && l.locationId() != null) {
                    Map<String, BigDecimal> parts = kits.getOrDefault(l.sku(), Map.of());
                    parts.forEach((sku, each) -> all.add(new Reservations.Held(id, l.id(), sku, l.locationId(), each.multiply(l.quantity()), each)));
                    if (parts.isEmpty()) {
                        all.add(new Reservations.Held(id, l.id(), l.sku(), l.locationId(), l.quantity(), null));
                    }
                }
            }
        }
        return all;
    }

    public OrderShortages shortages() {
        return (by, id, version, lineId, sku, remedy, reason) -> {
            Order order = get(id);
            done.add("missing " + remedy + " " + sku + " " + reason);
            Order next = with(order, Map.of("version", order.version() + 1, "lines", order.lines().stream().map(l -> l.id() != lineId ? l
                    : remedy == OrderShortages.Remedy.CANCEL ? with(l, Map.of("status", LineStatus.CANCELLED)) : with(l, Map.of("locationId", 2L))).toList()));
            orders.put(id, next);
            return next;
        };
    }

    public OrderActions actions() {
        return (OrderActions) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OrderActions.class}, (proxy, method, args) -> act(method.getName(), args));
    }

    @SuppressWarnings("unchecked")
    private synchronized Order act(String name, Object[] a) {
        Order order = get((Long) a[1]);
        if (order.version() != (Long) a[2]) {
            throw new AmphoraException.Stale("order", order.id(), (Long) a[2], order.version());
        }
        ((Actor) a[0]).require(name.equals("split") ? OrderAction.SHIP.permission() : OrderAction.valueOf(name.equals("cancelPart") ? "CANCEL" : named(name)).permission());
        done.add(name + " " + Arrays.asList(a).subList(3, a.length));
        Order next = switch (name) {
            case "pick", "deliver", "cancel", "comeBack", "lose" -> move(order, OrderAction.valueOf(named(name)), (Collection<Long>) a[3]);
            case "ship" -> shipped(move(order, OrderAction.SHIP, (Collection<Long>) a[3]), (Collection<Long>) a[3], (String) a[4], (String) a[5]);
            case "split" -> split(order, (Long) a[3], (BigDecimal) a[4]);
            default -> throw new UnsupportedOperationException(name);
        };
        Order changed = with(next, Map.of("version", order.version() + 1, "status", OrderStatus.of(next.lines().stream().map(Order.Line::status).toList())));
        orders.put(changed.id(), changed);
        return changed;
    }

    private static String named(String method) {
        return method.replaceAll("(?=[A-Z])", "_").toUpperCase();
    }

    private static Order move(Order order, OrderAction action, Collection<Long> lines) {
        return with(order, Map.of("lines", order.lines().stream().map(l -> {
            if (!lines.contains(l.id())) {
                return l;
            }
            if (!action.appliesTo(l.status())) {
                throw new AmphoraException.Refused(Problem.of("", "order.illegal", "{0} is not possible: line is {1}", action, l.status()));
            }
            return with(l, Map.of("status", action.to()));
        }).collect(Collectors.toList())));
    }

    private Order shipped(Order order, Collection<Long> lines, String carrier, String tracking) {
        List<Order.Shipment> all = new ArrayList<>(order.shipments());
        all.add(new Order.Shipment(++nextShipment, carrier, tracking, Instant.now(), null, "x", List.copyOf(lines)));
        return with(order, Map.of("shipments", all));
    }

    private Order split(Order order, long line, BigDecimal part) {
        List<Order.Line> all = new ArrayList<>(order.lines());
        Order.Line one = all.stream().filter(l -> l.id() == line).findFirst().orElseThrow();
        all.set(all.indexOf(one), with(one, Map.of("quantity", one.quantity().subtract(part))));
        all.add(with(one, Map.of("id", ++nextLine, "position", all.size() + 1, "quantity", part)));
        List<Order.Shipment> sent = order.shipments().stream().map(s -> s.lineIds().contains(line)
                ? with(s, Map.of("lineIds", Stream.concat(s.lineIds().stream(), Stream.of(nextLine)).toList())) : s).toList();
        return with(order, Map.of("lines", all, "shipments", sent));
    }
}
