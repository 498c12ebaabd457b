package io.amphora.bench.page;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.UidlWriter;
import io.amphora.catalog.api.Products;
import io.amphora.console.api.CurrentUser;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderTemplates;
import io.amphora.order.console.NewOrderPage;
import io.amphora.order.console.OrderPage;
import io.amphora.platform.core.unit.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Opening an order page with 100 lines and 300 timeline entries, and a change in an order of 500 lines that is being entered: the real page over the real domain on a real
 * database, from the call of the page to the JSON that goes to the browser. Without HTTP, and without the panels of other domains.
 */
public final class PageBench {
    private static final int WARM = Integer.getInteger("pageWarm", 150);
    private static final int RUNS = Integer.getInteger("pageRuns", 100);
    private static final String DATABASES = System.getProperty("databases", "derby,postgresql");
    private static final int LINES = 100;
    private static final int ENTRIES = 300;
    private static final int ENTERED = 500;

    private static final Runnable NOTHING = () -> { };

    private final Business business;
    private int turn;

    private PageBench(Business business) {
        this.business = business;
    }

    public static void main(String[] args) {
        System.out.println("| database | what | median ms | 95 % below ms | median CPU ms |");
        System.out.println("|---|---|---|---|---|");
        // as the product runs; otherwise each component notes where it was made
        System.setProperty("vaadin.productionMode", "true");
        System.setProperty("vaadin.i18n.provider", KeyTexts.class.getName());
        for (Database kind : Database.values()) {
            if (!DATABASES.contains(kind.id())) {
                continue;
            }
            try (Business business = new Business(kind)) {
                new PageBench(business).measure(kind.id());
            }
        }
        System.exit(0); // pools of the test database would keep the program alive
    }

    private void measure(String database) {
        Order order = business.placed(LINES, ENTRIES);
        MockVaadin.setup(new Routes());
        if (!VaadinService.getCurrent().getDeploymentConfiguration().isProductionMode()) {
            throw new IllegalStateException("not in production mode");
        }
        CurrentUser.set(Business.BY);
        print(database, "the queries of the page alone", Cost.of(WARM, RUNS, () -> queries(order.id()), NOTHING));
        print(database, "open an order page, 100 lines, 300 timeline entries", Cost.of(WARM, RUNS, () -> open(order.id()), PageBench::close));
        Order draft = business.draft(ENTERED);
        NewOrderPage page = new NewOrderPage(business.get(OrderEntry.class), business.get(OrderQueries.class), business.get(Products.class), business.get(Customers.class), business.get(Stock.class),
                business.get(OrderTemplates.class));
        UI.getCurrent().add(page);
        page.setParameter(null, draft.id());
        answer();
        BigDecimalField quantity = all(page, c -> c instanceof BigDecimalField f && BigDecimal.ONE.equals(f.getValue())).map(BigDecimalField.class::cast).skip(ENTERED / 2).findFirst().orElseThrow();
        print(database, "type into the product box of an order of 500 lines", Cost.of(WARM, RUNS, () -> business.get(Products.class).search(Business.BY, "bench-" + turn++ % 1000, 20), NOTHING));
        print(database, "change a quantity of an order of 500 lines", Cost.of(WARM / 2, RUNS, () -> {
            quantity.setValue(BigDecimal.valueOf(2 + turn++ % 90));
            answer();
        }, NOTHING));
        MockVaadin.tearDown();
    }

    private static void print(String database, String what, Cost c) {
        System.out.println("| " + database + " | " + what + " | " + c.median() + " | " + c.slow() + " | " + c.cpu() + " |");
    }

    private void queries(long id) {
        OrderQueries queries = business.get(OrderQueries.class);
        queries.find(Business.BY, id);
        queries.timeline(Business.BY, id, io.amphora.common.PageRequest.first(30));
        business.get(Locations.class).active();
    }

    private void open(long id) {
        OrderPage page = new OrderPage(business.get(OrderQueries.class), business.get(OrderActions.class), business.get(OrderHolds.class), business.get(OrderEntry.class), business.get(Locations.class));
        UI.getCurrent().add(page);
        page.setParameter(null, id);
        answer();
    }

    private static void close() {
        UI.getCurrent().removeAll();
        answer();
    }

    /** What the browser is told. */
    private static int answer() {
        return new UidlWriter().createUidl(UI.getCurrent(), false).toString().length();
    }

    private static Stream<Component> all(Component at, Predicate<Component> which) {
        List<Component> found = new ArrayList<>();
        collect(at, which, found);
        return found.stream();
    }

    private static void collect(Component at, Predicate<Component> which, List<Component> found) {
        if (which.test(at)) {
            found.add(at);
        }
        at.getChildren().forEach(c -> collect(c, which, found));
    }
}
