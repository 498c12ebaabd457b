package io.amphora.channel.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Orders and customers in memory: only what the inbox uses of them. */
final class Twins {
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, NewOrder> placed = new LinkedHashMap<>();
    final Map<Long, Customer> customers = new LinkedHashMap<>();
    String shortOf;
    boolean down;

    OrderEntry entry() {
        return new OrderEntry() {
            @Override
            public Order draft(Actor by, NewOrder order) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Order changeDraft(Actor by, long id, long version, NewOrder order) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Order submit(Actor by, long id, long version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Order copy(Actor by, long id, String channel) {
                throw new UnsupportedOperationException();
            }

            @Override
            public io.amphora.order.api.OrderRehearsal rehearse(Actor by) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Order replace(Actor by, NewOrder o) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Order place(Actor by, NewOrder o) {
                by.require(ENTER);
                if (down) {
                    throw new IllegalStateException("database is away");
                }
                Problems problems = new Problems();
                for (int i = 0; i < o.lines().size(); i++) {
                    problems.text("lines[" + i + "].sku", o.lines().get(i).sku(), 40);
                    problems.positive("lines[" + i + "].quantity", o.lines().get(i).quantity(), 3);
                    if (o.lines().get(i).sku() != null && o.lines().get(i).sku().equals(shortOf)) {
                        throw new AmphoraException.Refused(Problem.of("lines[" + i + "].quantity", "stock.short", "only {0} there", 0));
                    }
                }
                problems.throwIfAny();
                placed.put(o.externalId(), o);
                return orders.computeIfAbsent(o.channel() + "\n" + o.externalId(), k -> new Order(orders.size() + 1L, "O-" + orders.size(), Order.Kind.SALE, o.channel(), o.externalId(),
                        o.customerId(), "x", null, OrderStatus.APPROVED, Money.of("0", "EUR"), Address.EMPTY, null, null, Instant.EPOCH, null, by.name(), null, null, false, List.of(),
                        List.of(), List.of(), 0));
            }
        };
    }

    Customers customers() {
        return new Customers() {
            @Override
            public Customer create(Actor by, CustomerData d) {
                if (d.email() != null && !d.email().contains("@")) {
                    throw new AmphoraException.Invalid(Problem.of("email", "customer.email", "is no e-mail address"));
                }
                long id = customers.size() + 1L;
                Customer c = new Customer(id, d.number() == null ? "K" + id : d.number(), d.name(), d.email(), d.phone(), d.country(), false, null, d.addresses(), Instant.EPOCH, 0);
                customers.put(id, c);
                return c;
            }

            @Override
            public Map<String, Customer> findAll(Actor by, Collection<String> numbers) {
                Map<String, Customer> found = new HashMap<>();
                customers.values().stream().filter(c -> numbers.contains(c.number())).forEach(c -> found.put(c.number(), c));
                return found;
            }

            @Override
            public Map<String, Customer> findByEmails(Actor by, Collection<String> emails) {
                Map<String, Customer> found = new HashMap<>();
                for (String email : emails) {
                    String lower = email.toLowerCase(Locale.ROOT);
                    customers.values().stream().filter(c -> lower.equalsIgnoreCase(c.email())).forEach(c -> found.putIfAbsent(lower, c));
                }
                return found;
            }

            @Override
            public void check(Actor by, CustomerData data) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Customer change(Actor by, long id, long version, CustomerData data) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Saved saveAll(Actor by, List<CustomerData> rows) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Customer find(Actor by, long id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Customer> findByNumber(Actor by, String number) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<Long, Facts> lookup(Collection<Long> ids) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Page<Customer> list(Actor by, CustomerFilter filter, PageRequest page) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Customer> search(Actor by, String text, int limit) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
