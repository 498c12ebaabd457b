package io.amphora.fulfilment.core.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.fulfilment.api.CandidateFilter;
import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.ShortRemedy;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.WaveKind;
import io.amphora.fulfilment.core.FulfilmentEntities;
import io.amphora.fulfilment.core.TestOrders;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Shelves.Place;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(FulfilmentEntities.class)
class PickingTest {
    private static final Actor OTHER = new Actor("otto", "Otto", Set.of("order.read", "order.fulfil"));
    private static final Actor WANG = new Actor("wang", "Wang", Set.of("order.read", "order.fulfil"));
    private static final Map<String, Place> PLACES = Map.of("SKU1", new Place("Cold", "A-10"), "SKU2", new Place("Cold", "A-2"), "SKU3", new Place("Dry", "B-1"));

    private final TestOrders orders = new TestOrders();
    private TestDatabase db;
    private WaveMaker waves;
    private PickDesk desk;
    private PickWatch watch;

    @SuppressWarnings("unchecked")
    private static <T> T twin(Class<T> type, java.util.function.BiFunction<String, Object[], Object> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.apply(method.getName(), args));
    }

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        PickStore store = new PickStore(db.outbox());
        Shelves shelves = twin(Shelves.class, (name, a) -> {
            Map<String, Map<Long, Place>> all = new java.util.HashMap<>();
            PLACES.forEach((sku, place) -> all.put(sku, Map.of(1L, place)));
            return all;
        });
        Locations locations = twin(Locations.class, (name, a) -> List.of(new Location(1, "MAIN", "Main", null, 1, true, 1)));
        Barcodes barcodes = twin(Barcodes.class, (name, a) -> "4006381333931".equals(a[0]) ? Optional.of("SKU1") : a[0].toString().toUpperCase().startsWith("SKU")
                ? Optional.of(a[0].toString().toUpperCase()) : Optional.empty());
        waves = new WaveMaker(db.tx("fulfilment"), orders.queries(), orders.reservations(), shelves, locations, twin(Products.class, (name, a) -> Map.of()), store,
                new PickCandidates(db.tx("fulfilment"), orders.queries()));
        PickedLines lines = new PickedLines(orders.queries(), orders.actions(), orders.shortages(), store);
        desk = new PickDesk(db.tx("fulfilment"), barcodes, store, lines);
        watch = new PickWatch(db.tx("fulfilment"), orders.queries(), orders.reservations(), store, lines);
    }

    private PickList only(Wave wave) {
        List<PickList> lists = waves.lists(WANG, wave.id());
        assertThat(lists).hasSize(1);
        return lists.get(0);
    }

    private PickItem item(PickList list, String sku) {
        return list.items().stream().filter(i -> i.sku().equals(sku)).findFirst().orElseThrow();
    }

    @TestTemplate
    void listsFollowTheWayThroughTheHouse() {
        orders.add(1, "2", "1", "1");
        orders.add(2, "3");
        assertThat(waves.candidates(WANG, CandidateFilter.ALL, 10)).extracting(c -> c.orderNumber() + " " + c.lines()).containsExactlyInAnyOrder("A-1 3", "A-2 1");

        Wave wave = waves.make(WANG, WaveKind.LOCATION, List.of(1L, 2L), "morning");
        PickList list = only(wave);
        assertThat(list.items()).extracting(PickItem::sku, PickItem::bin, PickItem::orderNumber).containsExactly(org.assertj.core.groups.Tuple.tuple("SKU2", "A-2", "A-1"),
                org.assertj.core.groups.Tuple.tuple("SKU1", "A-10", "A-1"), org.assertj.core.groups.Tuple.tuple("SKU1", "A-10", "A-2"), org.assertj.core.groups.Tuple.tuple("SKU3", "B-1", "A-1"));
        assertThat(list.location()).isEqualTo("Main");
        assertThat(wave.items()).isEqualTo(4);
        assertThat(waves.candidates(WANG, CandidateFilter.ALL, 10)).as("they are on a list").isEmpty();
        assertThatThrownBy(() -> waves.make(WANG, WaveKind.ORDER, List.of(1L, 2L), null)).isInstanceOfSatisfying(AmphoraException.Refused.class, e -> assertThat(e.problems())
                .extracting(p -> p.code() + " " + p.args()).containsExactly("pick.in-wave [A-1, " + wave.number() + "]", "pick.in-wave [A-2, " + wave.number() + "]"));
        assertThat(waves.list(WANG, true, PageRequest.first(5)).items()).containsExactly(wave);
    }

    @TestTemplate
    void wavesArePartedByOrderOrZone() {
        orders.add(1, "2", "1", "1");
        orders.add(2, "3");
        Wave byOrder = waves.make(WANG, WaveKind.ORDER, List.of(1L, 2L), null);
        assertThat(waves.lists(WANG, byOrder.id())).extracting(PickList::orderNumber).containsExactly("A-1", "A-2");
        waves.cancel(WANG, byOrder.id(), byOrder.version());

        Wave byZone = waves.make(WANG, WaveKind.ZONE, List.of(1L, 2L), null);
        assertThat(waves.lists(WANG, byZone.id())).extracting(PickList::zone, l -> l.items().size()).containsExactly(org.assertj.core.groups.Tuple.tuple("Cold", 3),
                org.assertj.core.groups.Tuple.tuple("Dry", 1));
        assertThatThrownBy(() -> waves.make(WANG, null, List.of(), "x".repeat(501))).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).hasSize(3));
    }

    @TestTemplate
    void scansCountUpAndMoveTheOrder() {
        orders.add(1, "2", "1");
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));

        assertThat(desk.scan(WANG, list.id(), "4006381333931", null).item().picked()).isEqualByComparingTo("1");
        assertThat(desk.find(WANG, list.id()).state()).isEqualTo(PickState.PICKING);
        assertThat(desk.find(WANG, list.id()).picker()).isEqualTo("wang");
        assertThat(orders.statuses(1)).containsOnly(LineStatus.ASSIGNED);
        assertThat(desk.scan(WANG, list.id(), "sku1", BigDecimal.ONE).item().done()).isTrue();
        assertThat(orders.statuses(1)).containsExactly(LineStatus.PICKED, LineStatus.ASSIGNED);

        PickList done = desk.scan(WANG, list.id(), "SKU2", null).list();
        assertThat(done.state()).isEqualTo(PickState.PICKED);
        assertThat(done.possible()).isEmpty();
        assertThat(waves.find(WANG, done.waveId()).state()).isEqualTo(PickState.PICKED);
        assertThat(orders.statuses(1)).containsOnly(LineStatus.PICKED);
        assertThat(desk.open(WANG, null)).isEmpty();
        assertThat(desk.count(WANG, 10)).isZero();
    }

    @TestTemplate
    void wrongItemsAreRefusedAndCountNothing() {
        orders.add(1, "2", "1");
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));

        assertThat(refusal(list, "SKU9", null)).isEqualTo("pick.wrong-item");
        assertThat(refusal(list, "12345", null)).isEqualTo("pick.unknown-code");
        assertThat(refusal(list, "SKU1", "3")).isEqualTo("pick.too-many");
        desk.scan(WANG, list.id(), "SKU2", null);
        assertThat(refusal(list, "SKU2", null)).isEqualTo("pick.enough");
        assertThat(desk.find(WANG, list.id()).items()).extracting(i -> i.picked().toPlainString()).containsExactly("1", "0");
        assertThatThrownBy(() -> desk.scan(new Actor("x", "x", Set.of("order.read")), list.id(), "SKU1", null)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    private String refusal(PickList list, String code, String quantity) {
        try {
            desk.scan(WANG, list.id(), code, quantity == null ? null : new BigDecimal(quantity));
            return "";
        } catch (AmphoraException.Refused e) {
            return e.problems().get(0).code();
        }
    }

    @TestTemplate
    void twoPickersNeverPickTheSamePiece() throws Exception {
        orders.add(1, "12");
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> scans = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                scans.add(() -> refusal(list, "SKU1", null).isEmpty());
            }
            int counted = 0;
            for (Future<Boolean> f : pool.invokeAll(scans)) {
                counted += f.get() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(12);
        } finally {
            pool.shutdownNow();
        }
        assertThat(desk.find(WANG, list.id()).items().get(0).picked()).isEqualByComparingTo("12");
        assertThat(orders.done).filteredOn(d -> d.startsWith("pick")).hasSize(1);
    }

    @TestTemplate
    void shortPickPartsTheLine() {
        orders.add(1, "5");
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        desk.scan(WANG, list.id(), "SKU1", new BigDecimal("3"));
        PickItem seen = item(desk.find(WANG, list.id()), "SKU1");
        assertThatThrownBy(() -> desk.missing(WANG, list.id(), seen.id(), seen.version() - 1, ShortRemedy.CANCEL, "empty")).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> desk.missing(WANG, list.id(), seen.id(), seen.version(), null, " ")).isInstanceOf(AmphoraException.Invalid.class);

        PickList after = desk.missing(WANG, list.id(), seen.id(), seen.version(), ShortRemedy.ELSEWHERE, "empty");

        assertThat(after.state()).isEqualTo(PickState.PICKED);
        assertThat(after.items().get(0)).satisfies(i -> assertThat(i.missing()).isEqualByComparingTo("2")).satisfies(i -> assertThat(i.reason()).isEqualTo("empty"));
        assertThat(orders.get(1).lines()).extracting(l -> l.status() + " " + l.quantity() + " at " + l.locationId()).containsExactly("PICKED 3 at 1", "ASSIGNED 2 at 2");
        assertThat(orders.done).contains("missing ELSEWHERE SKU1 empty");
        PickList rest = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        assertThat(rest.locationId()).isEqualTo(2);
        assertThat(rest.items().get(0).wanted()).isEqualByComparingTo("2");
    }

    @TestTemplate
    void nothingThereTakesTheLineOffTheList() {
        orders.add(1, "5", "1");
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        PickItem seen = item(list, "SKU1");
        PickList after = desk.missing(WANG, list.id(), seen.id(), seen.version(), ShortRemedy.CANCEL, "gone");

        assertThat(item(after, "SKU1").dropped()).isTrue();
        assertThat(orders.statuses(1)).containsExactly(LineStatus.CANCELLED, LineStatus.ASSIGNED);
        assertThat(refusal(list, "SKU1", null)).isEqualTo("pick.wrong-item");
        assertThat(desk.scan(WANG, list.id(), "SKU2", null).list().state()).isEqualTo(PickState.PICKED);
    }

    @TestTemplate
    void kitsArePickedByTheirPartsAndOnlyWholeOnesGoOn() {
        orders.kits.put("SKU1", Map.of("SKU2", new BigDecimal("2"), "SKU3", BigDecimal.ONE));
        orders.add(1, "3");
        PickList list = only(waves.make(WANG, WaveKind.LOCATION, List.of(1L), null));
        assertThat(list.items()).extracting(i -> i.sku() + " " + i.wanted()).containsExactly("SKU2 6", "SKU3 3");
        desk.scan(WANG, list.id(), "SKU3", new BigDecimal("3"));
        desk.scan(WANG, list.id(), "SKU2", new BigDecimal("5"));
        assertThat(orders.statuses(1)).containsOnly(LineStatus.ASSIGNED);

        PickItem seen = item(desk.find(WANG, list.id()), "SKU2");
        PickList after = desk.missing(WANG, list.id(), seen.id(), seen.version(), ShortRemedy.ELSEWHERE, "one short");

        assertThat(after.items()).extracting(i -> i.sku() + " " + i.wanted() + " " + i.picked()).containsExactly("SKU2 4 4", "SKU3 2 2");
        assertThat(orders.get(1).lines()).extracting(l -> l.status() + " " + l.quantity()).containsExactly("PICKED 2", "ASSIGNED 1");
    }

    @TestTemplate
    void illegalStepsAreRefusedWithWhatIsPossible() {
        orders.add(1, "1");
        Wave wave = waves.make(WANG, WaveKind.ORDER, List.of(1L), null);
        PickList list = only(wave);
        assertThatThrownBy(() -> desk.release(WANG, list.id(), list.version())).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("start, cancel");
        PickList started = desk.start(WANG, list.id(), list.version());
        assertThatThrownBy(() -> desk.start(WANG, list.id(), list.version())).isInstanceOf(AmphoraException.Stale.class);
        PickList released = desk.release(WANG, list.id(), started.version());
        assertThat(released.picker()).isNull();
        PickList cancelled = desk.cancel(WANG, list.id(), released.version());
        assertThat(cancelled.state()).isEqualTo(PickState.CANCELLED);
        assertThat(waves.find(WANG, wave.id()).state()).isEqualTo(PickState.CANCELLED);
        assertThatThrownBy(() -> desk.scan(WANG, list.id(), "SKU1", null)).isInstanceOf(AmphoraException.Refused.class);
        assertThat(waves.candidates(WANG, CandidateFilter.ALL, 10)).as("can be planned again").hasSize(1);
    }

    @TestTemplate
    void ofManyWhoPlanTheSameOrderOneDoes() throws Exception {
        orders.add(1, "2", "1");
        java.util.concurrent.ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(6);
        List<java.util.concurrent.Future<String>> answers = new java.util.ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(pool.submit(() -> {
                try {
                    waves.make(WANG, WaveKind.ORDER, List.of(1L), null);
                    return "made";
                } catch (AmphoraException.Refused e) {
                    return e.problems().get(0).code();
                }
            }));
        }
        List<String> said = new java.util.ArrayList<>();
        for (java.util.concurrent.Future<String> a : answers) {
            said.add(a.get());
        }
        pool.shutdown();
        assertThat(said).containsOnlyOnce("made").containsOnly("made", "pick.in-wave");
    }

    @TestTemplate
    void cancelledOrdersLeaveTheList() throws Exception {
        Order order = orders.add(1, "1", "1");
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        orders.actions().cancel(Actor.system("x"), 1, order.version(), Set.of(order.lines().get(0).id()), "no");
        assertThat(refusal(list, "SKU1", null)).as("before the list has heard of it").isEqualTo("pick.line-gone");
        watch.on(List.of(new Event(1, "order.cancelled", "1", "{}", Instant.now())));

        assertThat(item(desk.find(WANG, list.id()), "SKU1").dropped()).isTrue();
        assertThat(desk.scan(WANG, list.id(), "SKU2", null).list().state()).isEqualTo(PickState.PICKED);
    }

    private void told(String topic) {
        watch.on(List.of(new Event(1, topic, "1", "{}", Instant.now())));
    }

    /** A part of a line becomes a line of its own. */
    private long parted(long line, String quantity) {
        Order now = orders.actions().split(Actor.system("x"), 1, orders.get(1).version(), line, new BigDecimal(quantity));
        return now.lines().stream().mapToLong(Order.Line::id).max().orElseThrow();
    }

    private void cancelled(long line) {
        orders.actions().cancel(Actor.system("x"), 1, orders.get(1).version(), Set.of(line), "no");
        told("order.cancelled");
    }

    @TestTemplate
    void whatWasTakenAndIsCancelledIsToBePutBack() {
        long line = orders.add(1, "4").lines().get(0).id();
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        desk.scan(WANG, list.id(), "SKU1", new BigDecimal("4"));
        cancelled(parted(line, "3"));
        told("order.split");

        PutBack back = desk.toPutBack(WANG, null).get(0);
        assertThat(desk.toPutBack(WANG, null)).hasSize(1);
        assertThat(back.quantity()).isEqualByComparingTo("3");
        assertThat(back).extracting(PutBack::sku, PutBack::bin, PutBack::orderNumber, PutBack::location).containsExactly("SKU1", "A-10", "A-1", "Main");
        assertThat(item(desk.find(WANG, list.id()), "SKU1").picked()).isEqualByComparingTo("1");
        assertThat(desk.toPutBack(WANG, 2L)).isEmpty();
        assertThat(desk.putBack(WANG, back.id()).doneBy()).isEqualTo("wang");
        assertThat(desk.toPutBack(WANG, null)).isEmpty();
        assertThatThrownBy(() -> desk.putBack(WANG, back.id())).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void whatIsScannedAtTheShelfIsBackOnesOwnFirst() {
        PickList first = only(waves.make(WANG, WaveKind.ORDER, List.of(orders.add(1, "2").id()), null));
        PickList second = only(waves.make(WANG, WaveKind.ORDER, List.of(orders.add(2, "3").id()), null));
        desk.scan(OTHER, first.id(), "SKU1", new BigDecimal("2"));
        desk.scan(WANG, second.id(), "SKU1", new BigDecimal("3"));
        for (long order : List.of(1L, 2L)) {
            orders.actions().cancel(Actor.system("x"), order, orders.get(order).version(), Set.of(orders.get(order).lines().get(0).id()), "no");
            watch.on(List.of(new Event(1, "order.cancelled", Long.toString(order), "{}", Instant.now())));
        }
        assertThat(desk.toPutBackOf(WANG, 1)).hasSize(1);

        assertThat(desk.putBackScanned(WANG, "sku1").orderId()).isEqualTo(2);
        assertThat(desk.putBackScanned(WANG, "SKU1").orderId()).isEqualTo(1);
        assertThat(desk.toPutBackOf(WANG, 1)).isEmpty();
        assertThatThrownBy(() -> desk.putBackScanned(WANG, "SKU1")).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> desk.putBackScanned(WANG, " ")).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void whatIsOnlyPartedOrSentIsNotPutBack() {
        long line = orders.add(1, "4").lines().get(0).id();
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        desk.scan(WANG, list.id(), "SKU1", new BigDecimal("4"));
        long part = parted(line, "2");
        told("order.split");
        orders.actions().ship(Actor.system("x"), 1, orders.get(1).version(), Set.of(part), "DHL", "1");
        told("order.split");
        assertThat(desk.toPutBack(WANG, null)).isEmpty();

        cancelled(line);
        assertThat(desk.toPutBack(WANG, null)).extracting(p -> p.quantity().intValue()).containsExactly(2);
    }

    @TestTemplate
    void anOpenListAsksForLessAtOnceAndOnlyWhatIsTakenTooMuchGoesBack() {
        long line = orders.add(1, "4").lines().get(0).id();
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        desk.scan(WANG, list.id(), "SKU1", new BigDecimal("2"));
        cancelled(parted(line, "1"));
        assertThat(desk.toPutBack(WANG, null)).isEmpty();
        assertThat(item(desk.find(WANG, list.id()), "SKU1").wanted()).isEqualByComparingTo("3");

        PickList now = desk.find(WANG, list.id());
        desk.cancel(WANG, list.id(), now.version());
        assertThat(desk.toPutBack(WANG, 1L)).extracting(p -> p.quantity().intValue()).containsExactly(2);
        assertThat(desk.count(WANG, 10)).isEqualTo(1);
    }

    @TestTemplate
    void whatIsTakenIsEnoughOnceLessIsWanted() {
        long line = orders.add(1, "5").lines().get(0).id();
        PickList list = only(waves.make(WANG, WaveKind.ORDER, List.of(1L), null));
        desk.scan(WANG, list.id(), "SKU1", new BigDecimal("4"));
        cancelled(parted(line, "2"));

        assertThat(orders.statuses(1)).as("nobody scans it a second time").containsExactly(LineStatus.PICKED, LineStatus.CANCELLED);
        assertThat(desk.find(WANG, list.id()).state()).isEqualTo(PickState.PICKED);
        assertThat(desk.toPutBack(WANG, null)).extracting(p -> p.quantity().intValue()).containsExactly(1);
    }
}
