package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class PlaceOrderTest {
    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
    }

    @TestTemplate
    void ordinaryOrderIsApprovedAtOnce() {
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "2").with("SKU-2", "1.5", "9.999").build());

        assertThat(placed.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(placed.number()).isEqualTo("A-" + (100_000 + placed.id()));
        assertThat(placed.total()).isEqualTo(Money.of("35.00", "EUR"));
        assertThat(placed.shipTo()).isEqualTo(Twins.ADDRESS);
        assertThat(placed.customerName()).isEqualTo("Ada Lovelace");
        assertThat(placed.findings()).isEmpty();
        assertThat(placed.lines()).extracting(Order.Line::status).containsOnly(LineStatus.APPROVED);
        assertThat(placed.lines()).extracting(Order.Line::locationId).containsOnly(1L);
        assertThat(orders.queries.find(ALL, placed.id())).isEqualTo(placed);
    }

    @TestTemplate
    void placingLeavesOneTimelineEntryAndOneEvent() {
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());

        assertThat(orders.queries.timeline(ALL, placed.id(), PageRequest.first(10)).items()).extracting(TimelineEntry::who, TimelineEntry::what, TimelineEntry::after)
                .containsExactly(tuple("system:test", "placed", "APPROVED"));
        assertThat(db.events()).extracting(Event::topic, Event::key, Event::payload).containsExactly(tuple("order.placed", "" + placed.id(),
                "{\"by\":\"system:test\",\"number\":\"" + placed.number() + "\",\"status\":\"APPROVED\"}"));
    }

    @TestTemplate
    void namesAllProblemsAtOnce() {
        orders.twins.product("OLD", "1", false, true);
        NewOrder wrong = anOrder().channel(" ").customer(99L).currency("EURO").reference("x".repeat(101)).with("NONE", "1").with("OLD", "-1").with(null, null)
                .with("SKU-1", "1.2345", "-1").with("SKU-1", "1E+999999999").build();

        assertThatThrownBy(() -> orders.entry.place(ALL, wrong)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).contains("channel", "reference", "currency", "customerId", "lines[0].sku", "lines[1].sku", "lines[1].quantity",
                        "lines[2].sku", "lines[2].quantity", "lines[3].quantity", "lines[3].unitPrice", "lines[4].quantity"));
        assertThat(db.events()).isEmpty();
    }

    @TestTemplate
    void refusesOrderWhenStockIsShortAndWritesNothing() {
        orders.twins.product("SERVICE", "5", true, false);
        NewOrder wanted = anOrder().with("SERVICE", "1").with("SKU-1", "1").with("SKU-2", "2000000").build();

        assertThatThrownBy(() -> orders.entry.place(ALL, wanted)).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("lines[2].quantity"));
        assertThat(orders.queries.list(ALL, OrderFilter.ALL, PageRequest.first(10)).items()).isEmpty();
        assertThat(db.events()).isEmpty();
    }

    @TestTemplate
    void takesStockWhereItIs() {
        orders.twins.stock.available.put("SKU-1@1", BigDecimal.ZERO);

        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "1").with("SKU-2", "1").build());

        assertThat(placed.lines()).extracting(Order.Line::locationId).containsExactly(2L, 1L);
        assertThat(orders.queries.find(ALL, placed.id())).isEqualTo(placed);
    }

    @TestTemplate
    void servicesNeedNoStock() {
        orders.twins.product("SERVICE", "5", true, false);

        Order placed = orders.entry.place(ALL, anOrder().with("SERVICE", "1").build());

        assertThat(placed.lines().get(0).locationId()).isNull();
        assertThat(orders.twins.stock.held).isEmpty();
    }

    @TestTemplate
    void reviewKeepsAllThatIsUnusual() {
        orders.twins.settings.put(OrderSettings.MAX_TOTAL, "50");
        orders.twins.settings.put(OrderSettings.MAX_QUANTITY, "9");
        orders.twins.settings.put(OrderSettings.RISK_THRESHOLD, "");

        Order placed = orders.entry.place(ALL, anOrder().customer(2L).shipTo(new Address("Bob", null, "Paris", null, null, "France")).with("SKU-1", "10")
                .with("SKU-2", "1", "7.49").with("SKU-3", "1", "7.50").build());

        assertThat(placed.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(placed.findings()).extracting(f -> f.problem().code()).containsExactly("order.review.customer-blocked", "order.review.address", "order.review.price",
                "order.review.quantity", "order.review.total");
        assertThat(placed.findings().get(2).problem().message()).isEqualTo("the price 7.49 differs from the list price 10 by more than 25 %");
        assertThat(placed.findings().get(2).problem().field()).isEqualTo("lines[1].unitPrice");
        assertThat(orders.twins.stock.held).hasSize(3);
        assertThat(orders.queries.find(ALL, placed.id())).isEqualTo(placed);
    }

    @TestTemplate
    void orderWithoutCustomerGoesToReview() {
        Order placed = orders.entry.place(ALL, anOrder().customer(null).shipTo(Twins.ADDRESS).with("SKU-1", "1").build());

        assertThat(placed.findings()).extracting(f -> f.problem().code()).containsExactly("order.review.no-customer");
    }

    @TestTemplate
    void sameExternalIdGivesTheFirstOrder() {
        NewOrder wanted = anOrder().externalId("X-1").with("SKU-1", "1").build();
        Order first = orders.entry.place(ALL, wanted);
        orders.twins.products.clear();

        Order second = orders.entry.place(ALL, wanted);

        assertThat(second).isEqualTo(first);
    }

    @TestTemplate
    void versionIsKnownInsideAnotherTransaction() {
        orders.twins.product("SERVICE", "5", true, false);
        List<Order> made = orders.tx.call(em -> List.of(orders.entry.place(ALL, anOrder().with("SERVICE", "1").build()), orders.entry.place(ALL, anOrder().with("SKU-1", "1").build()),
                orders.entry.draft(ALL, anOrder().with("SKU-1", "1").build())));

        made.forEach(o -> assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o));
    }

    @TestTemplate
    void ordersWithoutExternalIdAreNeverTheSame() {
        Order a = orders.entry.place(ALL, anOrder().with("SKU-1", "1").build());
        Order b = orders.entry.place(ALL, anOrder().with("SKU-1", "1").build());

        assertThat(a.id()).isNotEqualTo(b.id());
    }

    @TestTemplate
    void parallelPlacingOfOneExternalIdMakesOneOrder() throws Exception {
        NewOrder wanted = anOrder().externalId("P-1").with("SKU-1", "1").build();

        List<Order> placed = inParallel(8, () -> orders.entry.place(ALL, wanted));

        assertThat(placed.stream().map(Order::id).collect(Collectors.toSet())).hasSize(1);
        assertThat(orders.queries.list(ALL, OrderFilter.ALL, PageRequest.first(10)).items()).hasSize(1);
    }

    @TestTemplate
    void textsOfTheWholeWorldComeBackAsTheyWere() {
        Order placed = orders.entry.place(ALL, anOrder().reference("订单 Ω ﷽ 👩‍👩‍👧").customer(3L).shipTo(Twins.ADDRESS).with("SKU-1", "1").build());

        assertThat(orders.queries.find(ALL, placed.id()).reference()).isEqualTo("订单 Ω ﷽ 👩‍👩‍👧");
        assertThat(orders.queries.find(ALL, placed.id()).customerName()).isEqualTo("王小明");
    }

    @TestTemplate
    void refusesWhoMayNotEnterOrders() {
        Actor reader = new Actor("eve", "Eve", Set.of("order.read"));

        assertThatThrownBy(() -> orders.entry.place(reader, anOrder().with("SKU-1", "1").build())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> orders.entry.draft(reader, anOrder().build())).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> f : pool.invokeAll(Stream.generate(() -> work).limit(threads).toList())) {
                results.add(f.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
