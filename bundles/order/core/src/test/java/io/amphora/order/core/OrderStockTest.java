package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.StockLevel;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.inventory.core.JpaLocations;
import io.amphora.inventory.core.JpaReservations;
import io.amphora.inventory.core.JpaStock;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.OrderFilter;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** Orders with the real stock behind them. */
@BothDatabases({OrderEntities.class, InventoryEntities.class})
class OrderStockTest {
    private OrderFixture orders;
    private JpaStock stock;
    private Location main;
    private Location north;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        Tx tx = db.tx("inventory");
        JpaLocations locations = new JpaLocations(tx, db.outbox());
        main = locations.create(ALL, "MAIN", "Main", null, 1);
        north = locations.create(ALL, "NORTH", "North", null, 2);
        stock = new JpaStock(tx, db.outbox(), Clock.systemUTC());
        orders = new OrderFixture(db, new JpaReservations(tx, db.outbox(), locations, Clock.systemUTC()));
        orders.twins.locations.clear();
        orders.twins.locations.addAll(List.of(main, north));
        orders.twins.shelves = stock;
        orders.twins.quarantine = locations.quarantine();
    }

    private StockLevel level(String sku, Location at) {
        return stock.levels(ALL, List.of(sku)).stream().filter(l -> l.locationId() == at.id()).findFirst().orElseThrow();
    }

    @TestTemplate
    void draftStaysAndNothingIsReservedWhenOneLineIsShort() {
        stock.receive(ALL, "SKU-1", main.id(), BigDecimal.TEN, "r");
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "1").with("SKU-2", "1").build());

        assertThat(refused(() -> orders.entry.submit(ALL, draft.id(), draft.version())).problems()).extracting(p -> p.field()).containsExactly("lines[1].quantity");
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(draft);
        assertThat(level("SKU-1", main).reserved()).isZero();
    }

    private static AmphoraException refused(Callable<Order> action) {
        try {
            action.call();
        } catch (AmphoraException.Refused e) {
            return e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not refused");
    }

    @TestTemplate
    void assignedStockMovesAndShippedStockIsGone() {
        stock.receive(ALL, "SKU-1", main.id(), BigDecimal.TEN, "r");
        stock.receive(ALL, "SKU-1", north.id(), BigDecimal.TEN, "r");
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "4").build());

        o = orders.actions.assign(ALL, o.id(), o.version(), north.id(), null, null);
        assertThat(level("SKU-1", main).reserved()).isZero();
        assertThat(level("SKU-1", north).reserved()).isEqualByComparingTo("4");
        o = orders.actions.pick(ALL, o.id(), o.version(), Set.of());
        orders.actions.ship(ALL, o.id(), o.version(), Set.of(), null, null);

        assertThat(level("SKU-1", north).onHand()).isEqualByComparingTo("6");
        assertThat(level("SKU-1", north).reserved()).isZero();
        assertThat(stock.verify(ALL)).isEmpty();
    }

    @TestTemplate
    void parallelBuyersGetExactlyWhatIsThere() throws Exception {
        stock.receive(ALL, "SKU-1", main.id(), new BigDecimal(20), "r");
        NewOrder one = anOrder().with("SKU-1", "1").build();
        List<Callable<Boolean>> buyers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            buyers.add(() -> bought(one));
        }

        ExecutorService pool = Executors.newFixedThreadPool(12);
        int bought = 0;
        for (Future<Boolean> f : pool.invokeAll(buyers)) {
            bought += f.get() ? 1 : 0;
        }
        pool.shutdownNow();

        assertThat(bought).isEqualTo(20);
        assertThat(orders.queries.list(ALL, OrderFilter.ALL, PageRequest.first(100)).items()).hasSize(20);
        assertThat(level("SKU-1", main).available()).isZero();
        assertThat(stock.verify(ALL)).isEmpty();
    }

    private boolean bought(NewOrder one) {
        try {
            orders.entry.place(ALL, one);
            return true;
        } catch (AmphoraException.Refused e) {
            return false;
        }
    }

    /** Whatever is done in whatever order, ledger, counters and reservations agree, and the stored total is that of the live lines. */
    @TestTemplate
    void booksAgreeAfterAnyCourseOfEvents() {
        for (int i = 1; i <= 4; i++) {
            stock.receive(ALL, "SKU-" + i, main.id(), new BigDecimal(30), "r");
            stock.receive(ALL, "SKU-" + i, north.id(), new BigDecimal(10), "r");
        }
        Random random = new Random(20);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            try {
                step(random, ids);
            } catch (AmphoraException.Refused e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }

        assertThat(stock.verify(ALL)).isEmpty();
        for (long id : ids) {
            Order o = orders.queries.find(ALL, id);
            BigDecimal live = o.lines().stream().filter(l -> !l.status().name().matches("CANCELLED|REJECTED")).map(l -> l.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(o.total().amount()).isEqualByComparingTo(live);
        }
    }

    @TestTemplate
    void whatCameBackIsInStockOnceWhereItWasPut() {
        stock.receive(ALL, "SKU-1", main.id(), BigDecimal.TEN, "r");
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "4").build());
        o = orders.actions.assign(ALL, o.id(), o.version(), main.id(), null, null);
        o = orders.actions.pick(ALL, o.id(), o.version(), Set.of());
        o = orders.actions.ship(ALL, o.id(), o.version(), Set.of(), null, null);
        o = orders.actions.split(ALL, o.id(), o.version(), o.lines().get(0).id(), BigDecimal.ONE);
        assertThat(o.shipments()).as("parting what has left leaves it in its shipment").hasSize(1).allSatisfy(s -> assertThat(s.lineIds()).hasSize(2));
        o = orders.actions.split(ALL, o.id(), o.version(), o.lines().get(0).id(), BigDecimal.ONE);
        List<Long> lines = o.lines().stream().map(Order.Line::id).toList();

        o = orders.actions.comeBack(ALL, o.id(), o.version(), Set.of(lines.get(1)), BackTo.QUARANTINE, null, "refused at the door");
        o = orders.actions.comeBack(ALL, o.id(), o.version(), Set.of(lines.get(2)), BackTo.STOCK, null, "no such address");
        o = orders.actions.deliver(ALL, o.id(), o.version(), Set.of());

        assertThat(o.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(o.total().amount()).isEqualByComparingTo("20");
        assertThat(level("SKU-1", orders.twins.quarantine).onHand()).isEqualByComparingTo("1");
        assertThat(level("SKU-1", main).onHand()).isEqualByComparingTo("7");
        assertThat(stock.verify(ALL)).isEmpty();
    }

    private void step(Random random, List<Long> ids) {
        if (ids.isEmpty() || random.nextInt(4) == 0) {
            NewOrder order = anOrder().customer(random.nextInt(5) == 0 ? 2L : 1L).with("SKU-" + (1 + random.nextInt(4)), "" + (1 + random.nextInt(5)))
                    .with("SKU-" + (1 + random.nextInt(4)), "" + (1 + random.nextInt(5))).build();
            ids.add((random.nextBoolean() ? orders.entry.place(OrderFixture.CLERK, order) : orders.entry.draft(ALL, order)).id());
            return;
        }
        Order o = orders.queries.find(ALL, ids.get(random.nextInt(ids.size())));
        Order.Line line = o.lines().get(random.nextInt(o.lines().size()));
        BigDecimal half = line.quantity().divide(BigDecimal.valueOf(2));
        if (random.nextInt(6) == 0 && half.scale() <= 3) {
            boolean split = random.nextBoolean();
            Order after = split ? orders.actions.split(ALL, o.id(), o.version(), line.id(), half) : orders.actions.cancelPart(ALL, o.id(), o.version(), line.id(), half, "no");
            BigDecimal less = split ? BigDecimal.ZERO : line.amount().amount().divide(BigDecimal.valueOf(2));
            assertThat(after.total().amount()).isEqualByComparingTo(o.total().amount().subtract(less));
            return;
        }
        Set<Long> some = random.nextBoolean() ? Set.of() : Set.of(o.lines().get(0).id());
        switch (OrderAction.values()[random.nextInt(OrderAction.values().length)]) {
            case SUBMIT -> orders.entry.submit(ALL, o.id(), o.version());
            case APPROVE -> orders.actions.approve(ALL, o.id(), o.version(), "ok");
            case REJECT -> orders.actions.reject(ALL, o.id(), o.version(), "no");
            case ASSIGN -> orders.actions.assign(ALL, o.id(), o.version(), random.nextBoolean() ? main.id() : north.id(), null, null);
            case PICK -> orders.actions.pick(ALL, o.id(), o.version(), some);
            case SHIP -> orders.actions.ship(ALL, o.id(), o.version(), some, null, null);
            case DELIVER -> orders.actions.deliver(ALL, o.id(), o.version(), some);
            case COME_BACK -> orders.actions.comeBack(ALL, o.id(), o.version(), some, BackTo.values()[random.nextInt(3)], null, "back");
            case LOSE -> orders.actions.lose(ALL, o.id(), o.version(), some, "lost");
            case COMPLETE -> orders.actions.complete(ALL, o.id(), o.version());
            case CANCEL -> orders.actions.cancel(ALL, o.id(), o.version(), some, "no");
        }
    }
}
