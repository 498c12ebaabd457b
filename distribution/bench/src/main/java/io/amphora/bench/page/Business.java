package io.amphora.bench.page;

import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.catalog.core.CatalogEntities;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.customer.core.CustomerEntities;
import io.amphora.identity.api.Users;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.core.OrderEntities;
import io.amphora.platform.api.Settings;
import io.amphora.platform.core.unit.Database;
import io.amphora.platform.test.Assembly;
import io.amphora.platform.test.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The order domain and its neighbours over a database of their own, with 2,000 products and one customer. */
final class Business implements AutoCloseable {
    static final Actor BY = new Actor("mia", "Mia", Set.of("*"));
    private static final int PRODUCTS = 2000;

    private final TestDatabase db;
    private final Assembly assembly;
    private final long customer;

    Business(Database kind) {
        db = TestDatabase.open(kind, new CatalogEntities(), new CustomerEntities(), new InventoryEntities(), new OrderEntities());
        assembly = new Assembly(db, List.of(CatalogEntities.class, CustomerEntities.class, InventoryEntities.class, OrderEntities.class));
        assembly.put(Settings.class, new Settings() {
            @Override
            public Optional<String> get(String owner, String key) {
                return Optional.empty();
            }

            @Override
            public void put(String owner, String key, String value) {
                throw new UnsupportedOperationException();
            }
        });
        assembly.put(Users.class, (Users) Proxy.newProxyInstance(Users.class.getClassLoader(), new Class<?>[] {Users.class},
                (p, m, a) -> m.getName().equals("list") ? new Page<>(List.of(), null) : Optional.empty()));
        long location = get(Locations.class).active().get(0).id();
        get(Products.class).saveAll(BY, IntStream.range(0, PRODUCTS).mapToObj(i -> new ProductData(sku(i), "Product of the bench " + i, "pcs", Money.of("9.99", "EUR"), null, true, true)).toList());
        get(Stock.class).countAll(BY, IntStream.range(0, PRODUCTS).mapToObj(i -> new Stock.Counted(sku(i), location, new BigDecimal("1000000"))).toList(), "bench");
        customer = get(Customers.class).create(BY, new CustomerData(null, "Bench customer", null, null, "Germany", false, null,
                List.of(new Address("Bench", "Street 1", "Hamburg", null, "20095", "Germany")))).id();
    }

    <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    static String sku(int i) {
        return "BENCH-" + i;
    }

    private NewOrder order(int lines) {
        return new NewOrder("console", null, customer, null, "EUR", null, null, null, IntStream.range(0, lines).mapToObj(i -> new NewOrder.Line(sku(i), BigDecimal.ONE, null)).toList());
    }

    /** Placed, with so many entries on its timeline. */
    Order placed(int lines, int entries) {
        Order order = get(OrderEntry.class).place(BY, order(lines));
        for (int i = 1; i < entries; i++) {
            get(OrderActions.class).comment(BY, order.id(), "Called the customer, who wants to be called again at " + i);
        }
        return order;
    }

    Order draft(int lines) {
        return get(OrderEntry.class).draft(BY, order(lines));
    }

    @Override
    public void close() {
        db.close();
    }
}
