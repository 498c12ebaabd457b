package io.amphora.payment.core.bank;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which order a transfer is for, by what the payer wrote: an order number anywhere in it, else the customer's own reference. */
@Component(service = Matcher.class)
public final class Matcher {
    private static final Actor READER = Actor.system("payment");
    private static final int WORDS = 12;
    private static final int SHORTEST = 3;
    private static final int CANDIDATES = 20;
    /** As people write A-1042: A1042. */
    private static final String WITHOUT_DASH = "[A-Za-z]{1,4}[0-9]{2,12}";

    /** An order, or why there is none. */
    record Match(Order order, Problem reason) {
        static Match none(String code, String pattern, Object... args) {
            return new Match(null, Problem.of("", code, pattern, args));
        }
    }

    private final OrderQueries orders;

    @Activate
    public Matcher(@Reference OrderQueries orders) {
        this.orders = orders;
    }

    Match find(String reference, String currency) {
        Map<Long, Order> found = byNumber(reference);
        if (found.isEmpty()) {
            found = byReference(reference);
        }
        if (found.isEmpty()) {
            return Match.none("payment.line.no-order", "no order has this number or reference");
        }
        if (found.size() > 1) {
            return Match.none("payment.line.several", "fits several orders: {0}", String.join(", ", found.values().stream().map(Order::number).limit(5).toList()));
        }
        Order order = found.values().iterator().next();
        Optional<Problem> why = unfit(order, currency);
        return why.map(p -> new Match(null, p)).orElseGet(() -> new Match(order, null));
    }

    static Optional<Problem> unfit(Order order, String currency) {
        if (order.historic()) {
            return Optional.of(Problem.of("", "payment.line.historic", "order {0} is of the past", order.number()));
        }
        if (order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.REJECTED) {
            return Optional.of(Problem.of("", "payment.line.stopped", "order {0} is {1}", order.number(), order.status()));
        }
        String wanted = order.total().currency().getCurrencyCode();
        return wanted.equals(currency) ? Optional.empty()
                : Optional.of(Problem.of("", "payment.line.currency", "order {0} is in {1}, not in {2}", order.number(), wanted, currency));
    }

    private Map<Long, Order> byNumber(String reference) {
        Map<Long, Order> found = new TreeMap<>();
        for (String word : words(reference)) {
            find(word).or(() -> word.matches(WITHOUT_DASH) ? find(word.replaceFirst("(?<=[A-Za-z])(?=[0-9])", "-")) : Optional.empty()).ifPresent(o -> found.put(o.id(), o));
        }
        // a number of the past may look like one of today
        if (found.size() > 1 && found.values().stream().anyMatch(o -> !o.historic())) {
            found.values().removeIf(Order::historic);
        }
        return found;
    }

    private Optional<Order> find(String number) {
        return orders.findByNumber(READER, number).filter(o -> o.number().equalsIgnoreCase(number));
    }

    private static Set<String> words(String reference) {
        List<String> words = new ArrayList<>(List.of(reference));
        words.addAll(Arrays.asList(reference.split("[\\s,;:/()#]+")));
        Set<String> wanted = new LinkedHashSet<>();
        words.stream().map(w -> w.replaceAll("^[.'\"]+|[.'\"]+$", "")).filter(w -> w.length() >= SHORTEST && w.length() <= 60).limit(WORDS).forEach(wanted::add);
        return wanted;
    }

    private Map<Long, Order> byReference(String reference) {
        Map<Long, Order> found = new TreeMap<>();
        if (reference.length() < SHORTEST || reference.length() > 60) {
            return found;
        }
        for (OrderRow row : orders.list(READER, OrderFilter.ofText(reference), PageRequest.first(CANDIDATES)).items()) {
            Order order = orders.find(READER, row.id());
            if (!order.historic() && reference.equalsIgnoreCase(order.reference())) {
                found.put(order.id(), order);
            }
        }
        return found;
    }
}
