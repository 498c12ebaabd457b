package io.amphora.bench.server;

import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.SignIn;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.Users;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the benchmarks need in the database. */
@Component(service = Seeds.class)
public final class Seeds {
    static final Actor BY = Actor.system("bench");
    static final int SKUS = 1000;
    private static final int BATCH = 1000;
    private static final String[] COUNTRIES = {"Germany", "China", "France", "Norway", "Spain"};

    @Reference
    private Users users;

    @Reference
    private SignIn signIn;

    @Reference
    private Tokens tokens;

    @Reference
    private Products products;

    @Reference
    private Customers customers;

    @Reference
    private Locations locations;

    @Reference
    private Stock stock;

    @Reference
    private HistoricOrders historic;

    /** @return a token and the customer to order for */
    Map<String, Object> business() {
        users.create(BY, new NewUser("bench", "Bench", null, Set.of(Role.ADMIN), null));
        String token = tokens.issue(signIn.actor("bench").orElseThrow(), "bench", null).secret();
        long location = locations.active().get(0).id();
        List<ProductData> rows = new ArrayList<>();
        List<Stock.Counted> levels = new ArrayList<>();
        for (int i = 0; i < SKUS; i++) {
            rows.add(new ProductData("BENCH-" + i, "Bench product " + i, "pcs", Money.of("9.99", "EUR"), null, true, true));
            levels.add(new Stock.Counted("BENCH-" + i, location, BigDecimal.valueOf(100_000_000)));
        }
        rows.add(new ProductData("SCARCE", "Only a hundred of these", "pcs", Money.of("9.99", "EUR"), null, true, true));
        levels.add(new Stock.Counted("SCARCE", location, BigDecimal.valueOf(100)));
        products.saveAll(BY, rows);
        stock.countAll(BY, levels, "bench");
        Address address = new Address("Bench", "Street 1", "Hamburg", null, "20095", "Germany");
        long customer = customers.create(BY, new CustomerData(null, "Bench customer", null, null, "Germany", false, null, List.of(address))).id();
        return Map.of("token", token, "customer", customer);
    }

    /** Past orders with one line each, until there are so many. */
    void orders(int count) {
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        for (int done = 0; done < count; done += BATCH) {
            List<HistoricOrder> batch = new ArrayList<>();
            for (int i = done; i < Math.min(count, done + BATCH); i++) {
                batch.add(new HistoricOrder("bench" + i % 7, "B" + i, Order.Kind.SALE, null, "Customer " + i % 5000, COUNTRIES[i % COUNTRIES.length], "EUR", null,
                        i % 50 == 0 ? OrderStatus.CANCELLED : OrderStatus.COMPLETED, start.plusSeconds(i * 150L),
                        List.of(new HistoricOrder.Line("BENCH-" + i % SKUS, "Bench", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN))));
            }
            historic.save(BY, 1, batch);
        }
    }
}
