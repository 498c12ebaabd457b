package io.amphora.demo;

import io.amphora.catalog.api.ProductData;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A year of past sales, and orders of today in every stage. */
final class DemoSales {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSales.class);
    private static final int PAST_ORDERS = 900;
    private static final int OPEN_ORDERS = 48;

    private final Random random = new Random(11);
    private final List<ProductData> products = DemoMasters.products();
    private final Actor by;
    private final List<Customer> customers;

    DemoSales(Actor by, Customers customers) {
        this.by = by;
        Page<Customer> page = customers.list(by, CustomerFilter.ALL, PageRequest.first(100));
        this.customers = page.items();
    }

    void past(HistoricOrders historic, Clock clock) {
        List<HistoricOrder> orders = new ArrayList<>();
        for (int i = 0; i < PAST_ORDERS; i++) {
            Customer c = customers.get(random.nextInt(customers.size()));
            // denser towards today: a growing business
            long minutes = (long) (Math.pow(random.nextDouble(), 1.4) * 365 * 24 * 60) + 24 * 60;
            orders.add(new HistoricOrder("demo", "H" + (20001 + i), Order.Kind.SALE, c.id(), c.name(), c.country(), "EUR", c.addresses().get(0), OrderStatus.COMPLETED,
                    clock.instant().minus(Duration.ofMinutes(minutes)), lines()));
        }
        historic.save(by, 0, orders);
    }

    private List<HistoricOrder.Line> lines() {
        List<HistoricOrder.Line> lines = new ArrayList<>();
        for (ProductData p : pick()) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(8));
            lines.add(new HistoricOrder.Line(p.sku(), p.name(), quantity, p.price().amount(), p.price().amount().multiply(quantity)));
        }
        return lines;
    }

    private List<ProductData> pick() {
        // a few products sell most, as in life
        return random.doubles(1 + random.nextInt(4)).mapToObj(d -> products.get((int) (d * d * products.size()))).distinct().toList();
    }

    void open(OrderEntry entry, OrderActions actions, List<Long> locations) {
        for (int i = 0; i < OPEN_ORDERS; i++) {
            NewOrder order = order(i);
            if (i % 12 == 11) {
                entry.draft(by, order);
            } else {
                tryToAdvance(order, i % 8, entry, actions, locations.get(random.nextInt(locations.size())));
            }
        }
    }

    private NewOrder order(int i) {
        Customer c = customers.get(random.nextInt(customers.size()));
        List<NewOrder.Line> lines = new ArrayList<>();
        for (ProductData p : pick()) {
            // every sixth order has a price that review should ask about
            BigDecimal price = i % 6 == 5 ? p.price().amount().multiply(new BigDecimal("0.6")).setScale(2, java.math.RoundingMode.HALF_UP) : null;
            lines.add(new NewOrder.Line(p.sku(), BigDecimal.valueOf(1 + random.nextInt(5)), price));
        }
        return new NewOrder("console", null, c.id(), random.nextInt(3) == 0 ? "PO-" + (7000 + i) : null, "EUR", null, null, null, lines);
    }

    /** As in life: sometimes the place has too little, or the rules were faster; the order then stays where it is. */
    private void tryToAdvance(NewOrder order, int steps, OrderEntry entry, OrderActions actions, long location) {
        try {
            advance(entry.place(by, order), steps, actions, location);
        } catch (AmphoraException.Refused | AmphoraException.Stale e) {
            LOG.debug("{} stays: {}", order.reference(), e.getMessage());
        }
    }

    private void advance(Order order, int steps, OrderActions actions, long location) {
        Order o = order;
        if (o.status() != OrderStatus.APPROVED || steps < 1) {
            return;
        }
        o = actions.assign(by, o.id(), o.version(), location, null, "demo");
        if (steps > 2) {
            o = actions.pick(by, o.id(), o.version(), Set.of());
        }
        if (steps > 3) {
            o = actions.ship(by, o.id(), o.version(), Set.of(), "DHL", "JD0146" + (100000 + o.id()));
        }
        if (steps > 5) {
            o = actions.deliver(by, o.id(), o.version(), Set.of());
        }
        if (steps > 6) {
            actions.complete(by, o.id(), o.version());
        }
    }

}
