package io.amphora.transfer.core.run;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.ProductFilter;
import io.amphora.catalog.api.ProductRemoval;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.CustomerRemoval;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.platform.api.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The other domains in memory: only what imports use of them. */
public final class Memory {
    public final Map<String, Product> products = new LinkedHashMap<>();
    public final Map<String, Customer> customers = new LinkedHashMap<>();
    public final Map<String, HistoricOrder> orders = new LinkedHashMap<>();
    public final Map<String, Long> runs = new HashMap<>();
    public final Map<String, StockLevel> levels = new LinkedHashMap<>();
    final List<Location> locations = List.of(new Location(1, "MAIN", "Main", null, 1, true, 0), new Location(2, "WEST", "West", null, 2, true, 0));
    /** Products and ids of customers that orders name. */
    public final Set<String> named = new HashSet<>();
    /** Products that somebody changed. */
    public final Set<String> changed = new HashSet<>();
    /** A product that the catalogue refuses. */
    public String refusedSku;

    public HistoricOrders historicOrders() {
        return new MemoryOrders();
    }

    public ProductRemoval productRemoval() {
        return (by, skus) -> {
            Set<String> stay = new HashSet<>(skus);
            stay.retainAll(changed);
            skus.stream().filter(sku -> !changed.contains(sku)).forEach(products::remove);
            return stay;
        };
    }

    public CustomerRemoval customerRemoval() {
        return new CustomerRemoval() {
            @Override
            public Map<Long, String> removeUnchanged(Actor by, Collection<Long> ids) {
                customers.values().removeIf(c -> ids.contains(c.id()));
                return Map.of();
            }

            @Override
            public Map<Long, String> numbers(Actor by, Collection<Long> ids) {
                Map<Long, String> numbers = new HashMap<>();
                customers.values().stream().filter(c -> ids.contains(c.id())).forEach(c -> numbers.put(c.id(), c.number()));
                return numbers;
            }
        };
    }

    public Usage usage() {
        return new Usage() {
            @Override
            public String name() {
                return "orders";
            }

            @Override
            public Set<String> used(String kind, Collection<String> keys) {
                Set<String> used = new HashSet<>(keys);
                used.retainAll(named);
                return used;
            }
        };
    }

    public Importers importers() {
        return new Importers(new MemoryOrders(), new MemoryProducts(), new MemoryCustomers(), new MemoryStock(), new MemoryLocations());
    }

    /** What an undo leaves of orders, and who names it. */
    public final Map<String, List<String>> orderStays = new HashMap<>();

    final class MemoryOrders implements HistoricOrders {
        @Override
        public Set<String> save(Actor by, long run, List<HistoricOrder> all) {
            Set<String> left = new HashSet<>();
            for (HistoricOrder o : all) {
                String key = o.source() + "\n" + o.number();
                if (runs.getOrDefault(key, run) != run) {
                    left.add(o.number());
                    continue;
                }
                runs.put(key, run);
                orders.merge(key, o, (old, more) -> {
                    List<HistoricOrder.Line> lines = new ArrayList<>(old.lines());
                    lines.addAll(more.lines());
                    return new HistoricOrder(old.source(), old.number(), old.kind(), old.customerId(), old.customerName(), old.country(), old.currency(), old.shipTo(), old.status(),
                            old.placedAt(), lines, old.paid(), old.refunded());
                });
            }
            return left;
        }

        @Override
        public Set<String> existing(String source, Collection<String> numbers, long run) {
            Set<String> found = new HashSet<>();
            numbers.forEach(n -> {
                Long of = runs.get(source + "\n" + n);
                if (of != null && of != run) {
                    found.add(n);
                }
            });
            return found;
        }

        @Override
        public Undone takeBack(Actor by, long run) {
            int before = orders.size();
            orders.keySet().removeIf(k -> runs.get(k) == run);
            runs.values().removeIf(r -> r == run);
            return new Undone(before - orders.size(), orderStays);
        }
    }

    final class MemoryProducts implements Products {
        @Override
        public Product create(Actor by, ProductData d) {
            saveAll(by, List.of(d));
            return products.get(d.sku());
        }

        @Override
        public Product change(Actor by, long id, long version, ProductData data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Saved saveAll(Actor by, List<ProductData> rows) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).sku().equals(refusedSku)) {
                    throw new AmphoraException.Refused(Problem.of("[" + i + "].sku", "test.refused", "not this one"));
                }
            }
            int before = products.size();
            rows.forEach(d -> products.put(d.sku(), new Product(products.size() + 1L, d.sku(), d.name(), d.unit(), d.price(), d.productLine(), d.active(), d.stocked(), 0, d.taxRate(), d.cost(), d.components())));
            return new Saved(products.size() - before, rows.size() - products.size() + before, 0);
        }

        @Override
        public Product find(Actor by, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Product> findBySku(Actor by, String sku) {
            return Optional.ofNullable(products.get(sku));
        }

        @Override
        public Map<String, Product> lookup(Collection<String> skus) {
            Map<String, Product> found = new HashMap<>();
            skus.stream().filter(products::containsKey).forEach(s -> found.put(s, products.get(s)));
            return found;
        }

        @Override
        public Page<Product> list(Actor by, ProductFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Product> search(Actor by, String text, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> productLines(Actor by) {
            throw new UnsupportedOperationException();
        }
    }

    final class MemoryCustomers implements Customers {
        @Override
        public Customer create(Actor by, CustomerData d) {
            saveAll(by, List.of(d));
            return customers.get(d.number());
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
            Map<String, Long> ids = new HashMap<>();
            int before = customers.size();
            for (CustomerData d : rows) {
                Customer old = customers.get(d.number());
                long id = old == null ? customers.size() + 1L : old.id();
                customers.put(d.number(), new Customer(id, d.number(), d.name(), d.email(), d.phone(), d.country(), d.blocked(), d.note(), d.addresses(), Instant.EPOCH, 0));
                ids.put(d.number(), id);
            }
            return new Saved(customers.size() - before, 0, 0, ids);
        }

        @Override
        public Customer find(Actor by, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Customer> findByNumber(Actor by, String number) {
            return Optional.ofNullable(customers.get(number));
        }

        @Override
        public Map<String, Customer> findAll(Actor by, Collection<String> numbers) {
            Map<String, Customer> found = new HashMap<>();
            numbers.stream().filter(customers::containsKey).forEach(n -> found.put(n, customers.get(n)));
            return found;
        }

        @Override
        public Map<String, Customer> findByEmails(Actor by, Collection<String> emails) {
            Map<String, Customer> found = new HashMap<>();
            for (Customer c : customers.values()) {
                String email = c.email() == null ? "" : c.email().toLowerCase(Locale.ROOT);
                if (emails.contains(email)) {
                    found.putIfAbsent(email, c);
                }
            }
            return found;
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
    }

    final class MemoryStock implements Stock {
        @Override
        public int countAll(Actor by, List<Counted> rows, String reason) {
            rows.forEach(c -> levels.put(c.sku() + "\n" + c.locationId(), new StockLevel(levels.size() + 1L, c.sku(), c.locationId(), c.quantity(), BigDecimal.ZERO, BigDecimal.ZERO, 0)));
            return rows.size();
        }

        @Override
        public List<StockLevel> levels(Actor by, Collection<String> skus) {
            return levels.values().stream().filter(l -> skus.contains(l.sku())).toList();
        }

        @Override
        public StockLevel receive(Actor by, String sku, long locationId, BigDecimal quantity, String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StockLevel adjust(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StockLevel adjustReserved(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void transfer(Actor by, String sku, long fromLocationId, long toLocationId, BigDecimal quantity, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StockLevel setSafety(Actor by, long id, long version, BigDecimal safety) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<StockLevel> list(Actor by, StockFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Movement> movements(Actor by, String sku, Long locationId, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Map<Long, BigDecimal>> available(Collection<String> skus) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int countLow(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> verify(Actor by) {
            throw new UnsupportedOperationException();
        }
    }

    final class MemoryLocations implements Locations {
        @Override
        public Location create(Actor by, String code, String name, String region, int priority) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Location change(Actor by, long id, long version, String name, String region, int priority, boolean active) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Location> list(Actor by) {
            return locations;
        }

        @Override
        public List<Location> active() {
            return locations;
        }

        @Override
        public Location quarantine() {
            throw new UnsupportedOperationException();
        }
    }
}
