package io.amphora.order.core;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations;
import io.amphora.platform.api.Settings;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The neighbours of the order domain, in memory: as much of them as orders need. */
final class Twins {
    static final Address ADDRESS = new Address("Ada", "1 Mill Lane", "Leeds", null, "LS1", "United Kingdom");

    final Map<String, Product> products = new ConcurrentHashMap<>();
    final Map<Long, Customers.Facts> customers = new ConcurrentHashMap<>();
    final Map<String, String> settings = new ConcurrentHashMap<>();
    final List<Location> locations = new ArrayList<>(List.of(new Location(1, "MAIN", "Main", null, 1, true, 1), new Location(2, "NORTH", "North", null, 2, true, 1)));
    final Stock stock = new Stock();

    Twins() {
        for (int i = 1; i <= 9; i++) {
            product("SKU-" + i, "10.00", true, true);
        }
        customers.put(1L, new Customers.Facts(1, "C-1", "Ada Lovelace", "United Kingdom", false, ADDRESS));
        customers.put(2L, new Customers.Facts(2, "C-2", "Bob", "France", true, ADDRESS));
        customers.put(3L, new Customers.Facts(3, "C-3", "王小明", "China", false, Address.EMPTY));
    }

    void product(String sku, String price, boolean active, boolean stocked) {
        products.put(sku, new Product(products.size() + 1, sku, "Name of " + sku, "pcs", Money.of(price, "EUR"), null, active, stocked, 1));
    }

    Products products() {
        return of(Products.class, Map.of("lookup", a -> ((Collection<?>) a[0]).stream().filter(products::containsKey).collect(Collectors.toMap(s -> s, products::get))));
    }

    Customers customers() {
        return of(Customers.class, Map.of("lookup", a -> ((Collection<?>) a[0]).stream().filter(customers::containsKey).collect(Collectors.toMap(s -> s, customers::get))));
    }

    Locations locations() {
        return of(Locations.class, Map.of("active", a -> List.copyOf(locations), "quarantine", a -> quarantine));
    }

    Location quarantine = new Location(9, "QUARANTINE", "Quarantine", null, 9, false, 1);
    /** Where goods are put back; null: only the log says so. */
    io.amphora.inventory.api.Stock shelves;

    io.amphora.inventory.api.Stock shelves() {
        return of(io.amphora.inventory.api.Stock.class, Map.of("receive", a -> {
            ((io.amphora.common.Actor) a[0]).require(io.amphora.inventory.api.Stock.ADJUST);
            stock.log.add("receive " + a[3] + " " + a[1] + " at " + a[2]);
            return shelves == null ? null : shelves.receive((io.amphora.common.Actor) a[0], (String) a[1], (Long) a[2], (BigDecimal) a[3], (String) a[4]);
        }));
    }

    Settings settings() {
        return of(Settings.class, Map.of("get", a -> Optional.ofNullable(settings.get(a[1])), "put", a -> settings.put((String) a[1], (String) a[2])));
    }

    /** Name to roles. */
    final Map<String, java.util.Set<io.amphora.identity.api.Role>> roles = new ConcurrentHashMap<>();

    io.amphora.identity.api.Users users() {
        return of(io.amphora.identity.api.Users.class, Map.of("list", a -> new io.amphora.common.Page<>(roles.entrySet().stream()
                .map(r -> new io.amphora.identity.api.User(1, r.getKey(), r.getKey(), null, r.getValue(), true, java.time.Instant.EPOCH, null, 1)).toList(), null)));
    }

    static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> does) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
            Function<Object[], Object> f = does.get(m.getName());
            if (f == null) {
                throw new UnsupportedOperationException(m.toString());
            }
            return f.apply(a);
        }));
    }

    /** Stock without a database: what is rolled back there stays here, so tests of that use the real one. */
    static final class Stock implements Reservations {
        /** sku@location to available */
        final Map<String, BigDecimal> available = new HashMap<>();
        /** line to what it holds, and where */
        final Map<Long, Wanted> held = new HashMap<>();
        final Map<Long, Long> at = new HashMap<>();
        final List<String> log = new ArrayList<>();

        private BigDecimal free(String sku, long location) {
            return available.getOrDefault(sku + "@" + location, new BigDecimal(location == 1 ? 1_000_000 : 100));
        }

        private void take(Wanted w, long location, BigDecimal quantity) {
            available.put(w.sku() + "@" + location, free(w.sku(), location).subtract(quantity));
        }

        @Override
        public synchronized Map<Long, Long> reserve(long orderId, List<Wanted> wanted, Long preferred) {
            List<Problem> problems = new ArrayList<>();
            Map<Long, Long> taken = new HashMap<>();
            for (int i = 0; i < wanted.size(); i++) {
                Wanted w = wanted.get(i);
                Long where = free(w.sku(), 1).compareTo(w.quantity()) >= 0 ? Long.valueOf(1) : free(w.sku(), 2).compareTo(w.quantity()) >= 0 ? 2L : null;
                if (where == null) {
                    problems.add(Problem.of("lines[" + i + "].quantity", "stock.short", "{0} short", w.sku()));
                } else {
                    taken.put(w.lineId(), where);
                }
            }
            if (!problems.isEmpty()) {
                throw new AmphoraException.Refused(problems);
            }
            wanted.forEach(w -> {
                take(w, taken.get(w.lineId()), w.quantity());
                held.put(w.lineId(), w);
            });
            at.putAll(taken);
            return taken;
        }

        @Override
        public synchronized List<Taken> reserveUndisputed(long orderId, List<Wanted> wanted, Long preferred) {
            return reserveAvailable(orderId, wanted, preferred);
        }

        @Override
        public synchronized List<Taken> reserveAvailable(long orderId, List<Wanted> wanted, Long preferred) {
            List<Taken> taken = new ArrayList<>();
            for (Wanted w : wanted) {
                long where = free(w.sku(), 1).compareTo(free(w.sku(), 2)) >= 0 ? 1 : 2;
                BigDecimal quantity = free(w.sku(), where).min(w.quantity());
                if (quantity.signum() > 0) {
                    take(w, where, quantity);
                    held.put(w.lineId(), new Wanted(w.lineId(), w.sku(), quantity));
                    at.put(w.lineId(), where);
                    taken.add(new Taken(w.lineId(), where, quantity));
                }
            }
            return taken;
        }

        @Override
        public io.amphora.inventory.api.StockRehearsal rehearse() {
            throw new UnsupportedOperationException();
        }

        @Override
        public synchronized void transfer(long orderId, Collection<Long> lineIds, long newOrderId) {
            log.add("transfer " + lineIds.size());
        }

        @Override
        public synchronized List<Held> held(Collection<Long> orderIds) {
            return List.of();
        }

        @Override
        public synchronized void release(long orderId, Collection<Long> lineIds) {
            log.add("release " + lineIds.size());
            for (Long id : lineIds) {
                Wanted w = held.remove(id);
                if (w != null) {
                    take(w, at.remove(id), w.quantity().negate());
                }
            }
        }

        @Override
        public synchronized void split(long orderId, long lineId, long newLineId, BigDecimal quantity) {
            Wanted w = held.get(lineId);
            held.put(lineId, new Wanted(lineId, w.sku(), w.quantity().subtract(quantity)));
            held.put(newLineId, new Wanted(newLineId, w.sku(), quantity));
            at.put(newLineId, at.get(lineId));
        }

        @Override
        public synchronized void move(long orderId, Collection<Long> lineIds, long locationId) {
            log.add("move " + lineIds.size() + " to " + locationId);
            lineIds.forEach(id -> at.put(id, locationId));
        }

        @Override
        public synchronized void consume(long orderId, Collection<Long> lineIds, String who) {
            log.add("consume " + lineIds.size());
            lineIds.forEach(held::remove);
        }
    }
}
