package io.amphora.payment.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.order.api.Order;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Orders as the order domain would give them. */
public final class TestOrders {
    public static final Instant PLACED = Instant.parse("2024-03-01T10:00:00Z");

    private final Map<Long, Map<String, Object>> orders = new ConcurrentHashMap<>();

    public long add(long id, String total, String currency) {
        orders.put(id, new ConcurrentHashMap<>(Map.of("id", id, "number", "A-" + id, "kind", Order.Kind.SALE, "channel", "rest", "customerId", 7L, "status", OrderStatus.APPROVED,
                "total", Money.of(total, currency), "placedAt", PLACED, "createdAt", PLACED)));
        return id;
    }

    public void set(long id, String component, Object value) {
        orders.get(id).put(component, value);
    }

    /** Whatever else an order has is null, zero or empty. */
    public Order order(long id) {
        Map<String, Object> values = orders.get(id);
        if (values == null) {
            throw new AmphoraException.NotFound("order", id);
        }
        return record(Order.class, values);
    }

    static <R> R record(Class<R> type, Map<String, Object> values) {
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
                : type == java.util.Set.class ? java.util.Set.of() : type == Map.class ? Map.of() : null;
    }

    public OrderQueries queries() {
        InvocationHandler answers = (proxy, method, args) -> switch (method.getName()) {
            case "find" -> order((Long) args[1]);
            case "findByNumber" -> orders.keySet().stream().map(this::order).filter(o -> o.number().equalsIgnoreCase((String) args[1])).findFirst();
            case "rows" -> ((Collection<?>) args[1]).stream().map(orders::get).filter(Objects::nonNull).map(v -> row(v)).toList();
            case "list" -> rows((OrderFilter) args[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return (OrderQueries) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OrderQueries.class}, answers);
    }

    private static OrderRow row(Map<String, Object> values) {
        Map<String, Object> row = new java.util.HashMap<>(values);
        row.put("at", values.get("placedAt"));
        return record(OrderRow.class, row);
    }

    /** Holds as the order domain would keep them. */
    public OrderHolds holds() {
        InvocationHandler answers = (proxy, method, args) -> {
            long id = (Long) args[1];
            List<Hold> now = new ArrayList<>(order(id).holds());
            if (method.getName().equals("hold")) {
                now.add(new Hold(now.size() + 1, (HoldType) args[3], (String) args[5], ((io.amphora.common.Actor) args[0]).name(), PLACED, null, null, null, null));
            } else {
                now.replaceAll(h -> h.id() == (Long) args[3] ? new Hold(h.id(), h.type(), h.reason(), h.setBy(), h.setAt(), null, "x", PLACED, (String) args[4]) : h);
            }
            set(id, "holds", now);
            return order(id);
        };
        return (OrderHolds) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OrderHolds.class}, answers);
    }

    private Page<OrderRow> rows(OrderFilter filter) {
        return new Page<>(orders.keySet().stream().sorted().map(this::order).filter(o -> Optional.ofNullable(o.reference()).orElse("").toLowerCase().startsWith(filter.text().toLowerCase()))
                .map(o -> record(OrderRow.class, Map.of("id", o.id()))).toList(), null);
    }
}
