package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.StockLevel;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.inventory.core.JpaLocations;
import io.amphora.inventory.core.JpaReservations;
import io.amphora.inventory.core.JpaStock;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderBackorders.Policy;
import io.amphora.order.api.OrderBackorders.Waiting;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderRearrangements.Part;
import io.amphora.order.api.OrderRearrangements.Source;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Promise;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** Merging, parting, reopening, and lines that wait, with the real stock behind them. */
@BothDatabases({OrderEntities.class, InventoryEntities.class})
class RearrangeTest {
    private OrderFixture orders;
    private JpaStock stock;
    private Location main;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        Tx tx = db.tx("inventory");
        JpaLocations locations = new JpaLocations(tx, db.outbox());
        main = locations.create(ALL, "MAIN", "Main", null, 1);
        stock = new JpaStock(tx, db.outbox(), Clock.systemUTC());
        orders = new OrderFixture(db, new JpaReservations(tx, db.outbox(), locations, Clock.systemUTC()));
        orders.twins.locations.clear();
        orders.twins.locations.add(main);
    }

    private void receive(String sku, int quantity) {
        stock.receive(ALL, sku, main.id(), new BigDecimal(quantity), "r");
    }

    private BigDecimal reserved(String sku) {
        return stock.levels(ALL, List.of(sku)).stream().map(StockLevel::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void code(Throwable e, String code) {
        assertThat(((AmphoraException) e).problems()).extracting(Problem::code).contains(code);
    }

    @TestTemplate
    void ordersOfOneCustomerBecomeOneAndNobodyWhoHadAHandInOneDecides() {
        receive("SKU-1", 50);
        receive("SKU-2", 50);
        Order a = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());
        Order b = orders.entry.place(CLERK, anOrder().with("SKU-1", "1").with("SKU-2", "3", "1.00").build());
        assertThat(b.status()).isEqualTo(OrderStatus.IN_REVIEW);

        Order merged = orders.rearrange.merge(ALL, a.id(), a.version(), List.of(new Source(b.id(), b.version())), "one parcel");

        assertThat(merged.total()).isEqualTo(Money.of("33.00", "EUR"));
        assertThat(merged.lines()).extracting(Order.Line::sku).containsExactly("SKU-1", "SKU-1", "SKU-2");
        assertThat(merged.status()).isEqualTo(OrderStatus.IN_REVIEW);
        Order gone = orders.queries.find(ALL, b.id());
        assertThat(gone.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(gone.lines()).isEmpty();
        assertThatThrownBy(() -> orders.rearrange.reopen(ALL, gone.id(), gone.version(), "again")).satisfies(e -> code(e, "order.reopen-merged"));
        assertThatThrownBy(() -> orders.actions.approve(new Actor(CLERK.name(), "c", Set.of("*")), a.id(), merged.version(), "ok")).satisfies(e -> code(e, "order.own"));
        Order ok = orders.actions.approve(new Actor("max", "Max", Set.of("*")), a.id(), merged.version(), "ok");
        Order cancelled = orders.actions.cancel(ALL, a.id(), ok.version(), Set.of(), "no");
        assertThat(reserved("SKU-1")).isZero();
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(stock.verify(ALL)).isEmpty();
    }

    @TestTemplate
    void ordersPartedFromOneAnotherAreNoDoubles() {
        receive("SKU-1", 50);
        Order order = orders.entry.place(ALL, anOrder().reference("PO-4711").with("SKU-1", "6").build());
        long line = order.lines().get(0).id();
        Order first = orders.rearrange.part(ALL, order.id(), order.version(), List.of(new Part(line, new BigDecimal("2"))), null, "one first");
        Order now = orders.queries.find(ALL, order.id());
        Order second = orders.rearrange.part(ALL, now.id(), now.version(), List.of(new Part(line, new BigDecimal("2"))), null, "one more");

        Order merged = orders.rearrange.merge(ALL, first.id(), first.version(), List.of(new Source(second.id(), second.version())), "together");
        assertThat(merged.findings()).isEmpty();
        assertThat(merged.status()).isEqualTo(OrderStatus.APPROVED);
        Order other = orders.entry.place(ALL, anOrder().reference("PO-4711").with("SKU-1", "1").build());
        assertThat(other.findings()).extracting(f -> f.problem().code()).as("that is one").contains("order.review.duplicate-reference");
    }

    @TestTemplate
    void partingAndMergingBackOwesTheSameToTheLastFraction() {
        receive("SKU-1", 5000);
        receive("SKU-2", 5000);
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 25; i++) {
            Order order = orders.entry.place(ALL, random(random, List.of("EUR", "JPY", "KWD").get(i % 3), i));
            Order passed = order.status() == OrderStatus.IN_REVIEW ? orders.actions.approve(new Actor("max", "Max", Set.of("*")), order.id(), order.version(), "ok") : order;
            Order part = orders.rearrange.part(ALL, passed.id(), passed.version(), List.of(new Part(passed.lines().get(0).id(), BigDecimal.ONE)), null, "one first");
            Order rest = orders.queries.find(ALL, passed.id());
            assertThat(rest.total().plus(part.total())).as("parted %s", order.number()).isEqualTo(order.total());
            Order merged = orders.rearrange.merge(ALL, rest.id(), rest.version(), List.of(new Source(part.id(), part.version())), "together");
            assertThat(merged.total()).as("merged %s %s", order.number(), order.pricing()).isEqualTo(order.total());
            Money sum = merged.lines().stream().map(Order.Line::payable).reduce(Money.zero(order.total().currency()), Money::plus);
            assertThat(merged.pricing().charges().stream().map(io.amphora.order.api.OrderPricing.Charge::payable).reduce(sum, Money::plus)).isEqualTo(merged.total());
        }
    }

    private static NewOrder random(java.util.Random r, String currency, int i) {
        int minor = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        List<NewOrder.Line> lines = List.of("SKU-1", "SKU-2").stream().map(s -> new NewOrder.Line(s, BigDecimal.valueOf(2 + r.nextInt(9)), BigDecimal.valueOf(1 + r.nextInt(30_000), minor),
                r.nextBoolean() ? io.amphora.order.api.Discount.percent(Integer.toString(1 + r.nextInt(60))) : null, r.nextBoolean() ? new BigDecimal("7") : null, null)).toList();
        io.amphora.order.api.Discount discount = r.nextInt(3) == 0 ? null : r.nextBoolean() ? io.amphora.order.api.Discount.percent("7.5") : new io.amphora.order.api.Discount(null, BigDecimal.ONE);
        List<NewOrder.Charge> charges = r.nextBoolean() ? List.of() : List.of(new NewOrder.Charge(io.amphora.order.api.ChargeType.SHIPPING, null, BigDecimal.valueOf(r.nextInt(5000), minor), new BigDecimal("19")));
        return new NewOrder("rest", null, 1L, "ref-" + i, currency, null, null, null, lines, null, discount, charges, r.nextBoolean());
    }

    @TestTemplate
    void mergingNamesAllThatStandsAgainstIt() {
        receive("SKU-1", 50);
        Order a = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());
        Order b = orders.entry.place(ALL, anOrder().customer(3L).shipTo(Twins.ADDRESS).with("SKU-1", "1").build());
        orders.twins.customers.put(4L, new io.amphora.customer.api.Customers.Facts(4, "C-4", "Dan", "France", false, Address.of()));
        Order c = orders.entry.place(ALL, anOrder().customer(4L).with("SKU-1", "1").build());

        assertThatThrownBy(() -> orders.rearrange.merge(ALL, a.id(), a.version(), List.of(new Source(b.id(), b.version()), new Source(c.id(), c.version())), "x"))
                .isInstanceOfSatisfying(AmphoraException.Refused.class, e -> assertThat(e.problems()).extracting(Problem::code)
                        .containsExactly("order.merge-customer", "order.merge-customer", "order.merge-address"));
        assertThat(orders.queries.find(ALL, a.id())).isEqualTo(a);
    }

    /** Somewhere else. */
    private static final class Address {
        static io.amphora.customer.api.Address of() {
            return new io.amphora.customer.api.Address("Dan", "Rue 1", "Lyon", null, "69000", "France");
        }
    }

    @TestTemplate
    void aPartGoesIntoAnOrderOfItsOwnWithItsStock() {
        receive("SKU-1", 10);
        receive("SKU-2", 10);
        Order o = orders.entry.place(CLERK, anOrder().with("SKU-1", "5").with("SKU-2", "3").build());

        Order other = orders.rearrange.part(ALL, o.id(), o.version(), List.of(new Part(o.lines().get(0).id(), new BigDecimal(2)), new Part(o.lines().get(1).id(), null)), null, "later");

        Order rest = orders.queries.find(ALL, o.id());
        assertThat(rest.lines()).extracting(l -> l.sku() + " " + l.quantity()).containsExactly("SKU-1 3");
        assertThat(other.lines()).extracting(l -> l.sku() + " " + l.quantity()).containsExactlyInAnyOrder("SKU-1 2", "SKU-2 3");
        assertThat(rest.total().amount().add(other.total().amount())).isEqualByComparingTo(o.total().amount());
        assertThat(other.createdBy()).isEqualTo(CLERK.name());
        assertThat(reserved("SKU-1")).isEqualByComparingTo("5");
        Order gone = orders.actions.cancel(ALL, other.id(), other.version(), Set.of(), "no");
        assertThat(gone.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(reserved("SKU-1")).isEqualByComparingTo("3");
        assertThat(reserved("SKU-2")).isZero();
        assertThatThrownBy(() -> orders.rearrange.part(ALL, rest.id(), rest.version(), List.of(new Part(rest.lines().get(0).id(), null)), null, "x")).satisfies(e -> code(e, "order.part-all"));
    }

    @TestTemplate
    void aCancelledOrderComesBackWithItsStockOrNotAtAll() {
        receive("SKU-1", 10);
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "6").build());
        Order cancelled = orders.actions.cancel(ALL, o.id(), o.version(), Set.of(), "no");
        assertThatThrownBy(() -> orders.rearrange.reopen(new Actor("x", "X", Set.of("order.read", "order.cancel")), o.id(), cancelled.version(), "yes")).isInstanceOf(AmphoraException.NotPermitted.class);
        Order other = orders.entry.place(ALL, anOrder().with("SKU-1", "5").build());
        assertThatThrownBy(() -> orders.rearrange.reopen(ALL, o.id(), cancelled.version(), "yes")).satisfies(e -> code(e, "stock.short"));
        orders.actions.cancel(ALL, other.id(), other.version(), Set.of(), "no");

        Order again = orders.rearrange.reopen(ALL, o.id(), cancelled.version(), "he pays after all");
        assertThat(again.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(reserved("SKU-1")).isEqualByComparingTo("6");
        assertThatThrownBy(() -> orders.rearrange.reopen(ALL, o.id(), again.version(), "yes")).satisfies(e -> code(e, "order.reopen-never"));
    }

    @TestTemplate
    void aCountSaysTheTruthAndLinesThatCanWaitGiveWay(TestDatabase db) {
        receive("SKU-1", 9);
        Order taken = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());
        taken = orders.actions.assign(ALL, taken.id(), taken.version(), main.id(), null, null);
        taken = orders.actions.pick(ALL, taken.id(), taken.version(), Set.of());
        Order urgent = orders.entry.place(ALL, anOrder().delivery(false, null, 9).with("SKU-1", "3").build());
        Order usual = orders.entry.place(ALL, anOrder().with("SKU-1", "4").build());
        JpaStock counting = new JpaStock(db.tx("inventory"), db.outbox(), Clock.systemUTC(), new LostGoods(db.tx("order"), orders.store, orders.stock));
        StockLevel level = stock.levels(ALL, List.of("SKU-1")).get(0);

        assertThatThrownBy(() -> counting.adjust(ALL, "SKU-1", main.id(), level.version(), new BigDecimal("5"), "counted")).satisfies(e -> code(e, "stock.reserved"));
        StockLevel now = counting.adjustReserved(ALL, "SKU-1", main.id(), level.version(), new BigDecimal("5"), "counted");

        assertThat(now.onHand()).isEqualByComparingTo("5");
        assertThat(now.reserved()).isEqualByComparingTo("5");
        assertThat(orders.queries.find(ALL, usual.id()).lines().get(0).backordered()).isTrue();
        assertThat(orders.queries.find(ALL, urgent.id()).lines().get(0).backordered()).isFalse();
        assertThat(orders.queries.timeline(ALL, usual.id(), PageRequest.first(5)).items()).extracting(io.amphora.order.api.TimelineEntry::what).contains("short");
        assertThatThrownBy(() -> counting.adjustReserved(ALL, "SKU-1", main.id(), now.version(), BigDecimal.ONE, "counted")).as("two are in the trolley").satisfies(e -> code(e, "stock.taken"));
        assertThat(orders.queries.find(ALL, urgent.id()).lines().get(0).backordered()).as("nothing of a refused count stays").isFalse();
        assertThat(stock.verify(ALL)).isEmpty();
    }

    @TestTemplate
    void whoCancelsAPartDoesNotDecideOnTheRest() {
        receive("SKU-1", 50);
        Actor max = new Actor("max", "Max", Set.of("*"));
        Order o = orders.entry.place(CLERK, anOrder().with("SKU-1", "8", "1.00").build());
        Order less = orders.actions.cancelPart(max, o.id(), o.version(), o.lines().get(0).id(), new BigDecimal("7"), "he wants less");

        assertThat(less.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThatThrownBy(() -> orders.actions.approve(max, o.id(), less.version(), "ok")).satisfies(e -> code(e, "order.own"));
        assertThat(orders.actions.approve(new Actor("ann", "Ann", Set.of("*")), o.id(), less.version(), "ok").status()).isEqualTo(OrderStatus.APPROVED);
    }

    @TestTemplate
    void whatWasCancelledBeforeTheWholeOrderStaysSo() {
        receive("SKU-1", 10);
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "6").with("SKU-1", "2").build());
        Order less = orders.actions.cancel(ALL, o.id(), o.version(), Set.of(o.lines().get(0).id()), "he wants less");
        Order cancelled = orders.actions.cancel(ALL, o.id(), less.version(), Set.of(), "no");

        Order again = orders.rearrange.reopen(ALL, o.id(), cancelled.version(), "he pays after all");
        assertThat(again.lines()).extracting(Order.Line::status).containsExactly(LineStatus.CANCELLED, LineStatus.APPROVED);
        assertThat(again.total()).isEqualTo(less.total());
        assertThat(reserved("SKU-1")).isEqualByComparingTo("2");
    }

    @TestTemplate
    void whoMergesOrPartsDoesNotDecide() {
        receive("SKU-1", 50);
        Actor mia = new Actor("mia", "Mia", Set.of("*"));
        Order a = orders.entry.place(ALL, anOrder().with("SKU-1", "2", "1.00").build());
        Order b = orders.entry.place(CLERK, anOrder().with("SKU-1", "1", "1.00").build());
        Order merged = orders.rearrange.merge(mia, a.id(), a.version(), List.of(new Source(b.id(), b.version())), "one parcel");
        assertThatThrownBy(() -> orders.actions.approve(mia, merged.id(), merged.version(), "ok")).satisfies(e -> code(e, "order.own"));
    }

    @TestTemplate
    void aCompletedOrderIsDeliveredAgain() {
        receive("SKU-1", 10);
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "6").build());
        o = orders.actions.assign(ALL, o.id(), o.version(), main.id(), null, null);
        o = orders.actions.pick(ALL, o.id(), o.version(), Set.of());
        o = orders.actions.ship(ALL, o.id(), o.version(), Set.of(), null, null);
        o = orders.actions.deliver(ALL, o.id(), o.version(), Set.of());
        o = orders.actions.complete(ALL, o.id(), o.version());

        o = orders.rearrange.reopen(ALL, o.id(), o.version(), "a claim");
        assertThat(o.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(orders.actions.complete(ALL, o.id(), o.version()).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @TestTemplate
    void whetherShortLinesWaitIsSaidByProductOrderAndInstallation() {
        receive("SKU-1", 1);
        NewOrder silent = anOrder().with("SKU-1", "2").build();
        NewOrder willing = anOrder().delivery(false, true, 0).with("SKU-1", "2").build();
        assertThatThrownBy(() -> orders.entry.place(ALL, silent)).satisfies(e -> code(e, "stock.short"));
        orders.backorders.setProduct(ALL, "SKU-1", Policy.REFUSE);
        assertThatThrownBy(() -> orders.entry.place(ALL, willing)).satisfies(e -> code(e, "stock.short"));
        orders.backorders.setProduct(ALL, "SKU-1", null);
        orders.backorders.setPolicy(ALL, Policy.ACCEPT);
        assertThatThrownBy(() -> orders.entry.place(ALL, anOrder().delivery(false, false, 0).with("SKU-1", "2").build())).satisfies(e -> code(e, "stock.short"));

        Order waits = orders.entry.place(ALL, silent);
        assertThat(waits.lines()).extracting(l -> l.quantity().toPlainString(), Order.Line::backordered).containsExactly(org.assertj.core.groups.Tuple.tuple("1", false),
                org.assertj.core.groups.Tuple.tuple("1", true));
        assertThat(waits.total()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(reserved("SKU-1")).isEqualByComparingTo("1");
        assertThat(orders.queries.list(ALL, new OrderFilter(null, null, null, null, null, null, null, null, null, null, true), PageRequest.first(10)).items()).extracting(OrderRow::id).containsExactly(waits.id());
    }

    @TestTemplate
    void aLineThatWaitsIsNotPickedAndAWholeOrderDoesNotLeaveWithoutIt() {
        receive("SKU-1", 5);
        Order o = orders.entry.place(ALL, anOrder().delivery(true, true, 0).with("SKU-1", "5").with("SKU-2", "2").build());
        Order assigned = orders.actions.assign(ALL, o.id(), o.version(), main.id(), null, null);
        assertThat(assigned.lines()).extracting(Order.Line::status).containsExactly(LineStatus.ASSIGNED, LineStatus.APPROVED);
        assertThatThrownBy(() -> orders.actions.assign(ALL, o.id(), orders.actions.pick(ALL, o.id(), assigned.version(), Set.of()).version(), main.id(), null, null)).satisfies(e -> code(e, "order.waits"));
        Order picked = orders.queries.find(ALL, o.id());
        assertThatThrownBy(() -> orders.actions.ship(ALL, o.id(), picked.version(), Set.of(), null, null)).satisfies(e -> code(e, "order.ship-complete"));

        receive("SKU-2", 9);
        assertThat(orders.backorders.allocate(ALL, "SKU-2")).isEqualTo(1);
        Order ready = orders.queries.find(ALL, o.id());
        assertThat(ready.backordered()).isFalse();
        ready = orders.actions.assign(ALL, o.id(), ready.version(), main.id(), null, null);
        ready = orders.actions.pick(ALL, o.id(), ready.version(), Set.of());
        assertThat(orders.actions.ship(ALL, o.id(), ready.version(), Set.of(), null, null).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(stock.verify(ALL)).isEmpty();
    }

    @TestTemplate
    void stockGoesToTheMostUrgentThenToTheOldest() {
        Order old = orders.entry.place(ALL, anOrder().delivery(false, true, 0).with("SKU-1", "5").build());
        Order young = orders.entry.place(ALL, anOrder().delivery(false, true, 0).with("SKU-1", "5").build());
        Order urgent = orders.entry.place(ALL, anOrder().delivery(false, true, 9).with("SKU-1", "5").build());
        assertThat(orders.backorders.waiting(ALL, "SKU-1", PageRequest.first(2)).items()).extracting(Waiting::orderId).containsExactly(urgent.id(), old.id());

        receive("SKU-1", 8);
        assertThat(orders.backorders.allocate(ALL, "SKU-1")).isEqualTo(2);

        assertThat(orders.queries.find(ALL, urgent.id()).backordered()).isFalse();
        assertThat(orders.queries.find(ALL, old.id()).lines()).extracting(l -> l.quantity().toPlainString(), Order.Line::backordered).containsExactly(
                org.assertj.core.groups.Tuple.tuple("3", false), org.assertj.core.groups.Tuple.tuple("2", true));
        assertThat(orders.queries.find(ALL, young.id()).lines()).extracting(Order.Line::backordered).containsExactly(true);
        Order left = orders.queries.find(ALL, old.id());
        orders.actions.cancel(ALL, old.id(), left.version(), Set.of(), "no");
        assertThat(orders.backorders.waiting(ALL, null, PageRequest.first(10)).items()).extracting(Waiting::orderId).containsExactly(young.id());
        assertThat(stock.verify(ALL)).isEmpty();
    }

    @TestTemplate
    void manyWhoAllocateAtOnceGiveExactlyWhatThereIs() throws Exception {
        List<Order> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waiting.add(orders.entry.place(ALL, anOrder().delivery(false, true, 0).with("SKU-1", "3").build()));
        }
        receive("SKU-1", 20);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> orders.backorders.allocate(ALL, "SKU-1"));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (Future<Integer> f : pool.invokeAll(all)) {
            f.get();
        }
        pool.shutdown();
        orders.allocate.sweep();

        assertThat(reserved("SKU-1")).isEqualByComparingTo("20");
        assertThat(stock.verify(ALL)).isEmpty();
        BigDecimal got = BigDecimal.ZERO;
        for (int i = 0; i < 12; i++) {
            Order o = orders.queries.find(ALL, waiting.get(i).id());
            BigDecimal part = o.lines().stream().filter(l -> !l.backordered()).map(Order.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(o.lines().stream().map(Order.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("3");
            got = got.add(part);
            assertThat(part).as("order " + i).isEqualByComparingTo(i < 6 ? "3" : i == 6 ? "2" : "0");
        }
        assertThat(got).isEqualByComparingTo("20");
    }

    @TestTemplate
    void aLineThatWaitsIsPromisedForWhenStockUsuallyComes() {
        receive("SKU-1", 2);
        LocalDate today = LocalDate.of(2026, 12, 1);
        orders.backorders.setPolicy(ALL, Policy.ACCEPT);
        orders.backorders.setLeadDays(ALL, "SKU-2", 30);
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "5").with("SKU-2", "1").build());

        assertThat(o.lines()).extracting(l -> l.sku() + " " + l.quantity() + " " + l.promise().current()).containsExactlyInAnyOrder("SKU-1 2 null", "SKU-1 3 " + today.plusDays(14),
                "SKU-2 1 " + today.plusDays(30));
        assertThat(o.due()).isEqualTo(today.plusDays(14));
        assertThat(orders.backorders.waiting(ALL, "SKU-2", io.amphora.common.PageRequest.first(5)).items()).singleElement()
                .satisfies(w -> assertThat(w.promise()).isEqualTo(Promise.NONE.to(today.plusDays(30))));

        receive("SKU-1", 9);
        orders.allocate.sweep();
        assertThat(orders.queries.find(ALL, o.id()).lines()).filteredOn(l -> l.sku().equals("SKU-1")).extracting(Order.Line::backordered).containsOnly(false);
    }

    @TestTemplate
    void whatWasPromisedFirstStaysAndAWishForLaterIsHeeded() {
        LocalDate today = LocalDate.of(2026, 12, 1);
        OrderEntity order = new OrderEntity(orders.check.complete(anOrder().with("SKU-1", "5").with("SKU-2", "1").build()), "sam", OrderStore.now());
        order.promise(Promise.NONE.to(today.plusDays(3)));
        order.lines().get(1).promise(Promise.NONE.to(today.plusDays(90)));
        order.lines().forEach(l -> orders.leadTimes.promise(order, l));
        assertThat(order.lines().get(0).promise()).isEqualTo(new Promise(today.plusDays(3), today.plusDays(14)));
        assertThat(order.lines().get(1).promise().current()).isEqualTo(today.plusDays(90));

        NewOrder in = anOrder().with("SKU-1", "5").build();
        OrderEntity wished = new OrderEntity(orders.check.complete(new NewOrder(in.channel(), null, in.customerId(), null, in.currency(), null, today.plusDays(60), null, in.lines())), "sam", OrderStore.now());
        orders.leadTimes.promise(wished, wished.lines().get(0));
        assertThat(wished.lines().get(0).promise().current()).isEqualTo(today.plusDays(60));

        orders.backorders.setLeadDays(ALL, null, null);
        OrderEntity silent = new OrderEntity(orders.check.complete(in), "sam", OrderStore.now());
        orders.leadTimes.promise(silent, silent.lines().get(0));
        assertThat(silent.lines().get(0).promise().made()).isFalse();
        assertThatThrownBy(() -> orders.backorders.setLeadDays(ALL, "", 731)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("sku", "days"));
    }
}
