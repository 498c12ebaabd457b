package io.amphora.notification.core;

import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Settings;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What the other domains answer. */
public final class World {
    public static final Instant THEN = Instant.parse("2026-03-02T10:00:00Z");

    public final List<User> people = new ArrayList<>();
    public final Map<String, String> settings = new HashMap<>();
    public final Map<String, Order> orders = new HashMap<>();
    public final Map<Long, Customer> customers = new HashMap<>();
    public final List<TimelineEntry> timeline = new ArrayList<>();

    /** A service that answers these methods; null is no answer. */
    @SuppressWarnings("unchecked")
    public static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return (T) Proxy.newProxyInstance(World.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.apply(method.getName(), args);
            if (answer == null) {
                throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
            }
            return answer;
        });
    }

    public Users users() {
        // two pages, so that the second one is not forgotten
        return fake(Users.class, (method, args) -> {
            boolean first = ((PageRequest) args[1]).after() == null;
            int half = people.size() / 2;
            return new Page<>(first ? people.subList(0, half) : people.subList(half, people.size()), first ? "x" : null);
        });
    }

    public Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> get(String owner, String key) {
                return Optional.ofNullable(settings.get(owner + "/" + key));
            }

            @Override
            public void put(String owner, String key, String value) {
                settings.put(owner + "/" + key, value);
            }
        };
    }

    public OrderQueries orders() {
        return fake(OrderQueries.class, (method, args) -> switch (method) {
            case "findByNumber" -> Optional.ofNullable(orders.get(args[1]));
            case "timeline" -> new Page<>(timeline, null);
            default -> null;
        });
    }

    public Customers customers() {
        return fake(Customers.class, (method, args) -> method.equals("find") ? customers.get(args[1]) : null);
    }

    public void person(String name, Role... roles) {
        people.add(new User(people.size() + 1, name, name.toUpperCase(), name + "@example.com", Set.of(roles), true, THEN, null, 1));
    }

    public void customer(long id, String name, String email) {
        customer(id, name, email, null);
    }

    public void customer(long id, String name, String email, String language) {
        customers.put(id, new Customer(id, "C" + id, name, email, null, "DE", false, null, List.of(), THEN, 1, language));
    }

    /** An order of customer 7 with two lines. */
    public Order order(long id, OrderStatus status, String channel, boolean historic, Order.Shipment... shipments) {
        Order order = new Order(id, "SO-" + id, Order.Kind.SALE, channel, null, 7L, "Lee & <Sons>", null, status, Money.of("59.40", "EUR"),
                new Address("Lee", "High Street 1", "London", null, "N1", "GB"), null, null, THEN, THEN, "ada", null, null, historic,
                List.of(line(1, "Pen", "19.40", LineStatus.SHIPPED), line(2, "Book", "40", LineStatus.CANCELLED)), List.of(), List.of(shipments), 1);
        orders.put(order.number(), order);
        return order;
    }

    private static Order.Line line(int position, String name, String amount, LineStatus status) {
        return new Order.Line(position, position, name.toUpperCase(), name, new BigDecimal("2.000"), "pcs", Money.of("1", "EUR"), Money.of(amount, "EUR"), status, null);
    }
}
