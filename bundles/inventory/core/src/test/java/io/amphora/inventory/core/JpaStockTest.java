package io.amphora.inventory.core;

import static io.amphora.inventory.core.Fixture.GUEST;
import static io.amphora.inventory.core.Fixture.WANG;
import static io.amphora.inventory.core.Fixture.q;
import static io.amphora.inventory.core.Fixture.want;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Stock.Counted;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(InventoryEntities.class)
class JpaStockTest {
    private Fixture f;

    @BeforeEach
    void setUp(TestDatabase db) {
        f = new Fixture(db);
    }

    private List<String> list(StockFilter filter) {
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            Page<StockLevel> page = f.stock.list(WANG, filter, new PageRequest(after, 2));
            page.items().forEach(l -> found.add(l.sku() + "@" + (l.locationId() == f.main.id() ? "MAIN" : "EAST")));
            after = page.next();
        } while (after != null);
        return found;
    }

    private List<String> ledger(String sku, Long location) {
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            Page<Movement> page = f.stock.movements(WANG, sku, location, new PageRequest(after, 2));
            page.items().forEach(m -> found.add(m.kind() + " " + Quantities.text(m.quantity()) + " = " + Quantities.text(m.onHandAfter())));
            after = page.next();
        } while (after != null);
        return found;
    }

    @TestTemplate
    void receivesIntoNewAndKnownLevels() {
        StockLevel first = f.stock.receive(WANG, "A", f.main.id(), q("2.5"), "note 7");
        StockLevel second = f.stock.receive(WANG, "A", f.main.id(), q("1"), null);

        assertThat(first.onHand()).isEqualByComparingTo("2.5");
        assertThat(second.onHand()).isEqualByComparingTo("3.5");
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(ledger("A", null)).containsExactly("RECEIVE 1 = 3.5", "RECEIVE 2.5 = 2.5");
        Movement oldest = f.stock.movements(WANG, "A", f.main.id(), PageRequest.first(10)).items().get(1);
        assertThat(oldest.who()).isEqualTo("wang");
        assertThat(oldest.reference()).isEqualTo("note 7");
        assertThat(f.db.events().get(2)).satisfies(e -> {
            assertThat(e.topic() + " " + e.key()).isEqualTo("stock.changed A");
            assertThat(e.payload()).isEqualTo("{\"by\":\"wang\",\"sku\":\"A\",\"location\":" + f.main.id()
                    + ",\"kind\":\"RECEIVE\",\"quantity\":\"2.5\",\"onHand\":\"2.5\",\"reason\":null,\"reference\":\"note 7\"}");
        });
    }

    @TestTemplate
    void manyReceiveTheFirstGoodsAtOnce() {
        IntStream.range(0, 16).parallel().forEach(i -> f.receive("NEW", f.main, "1"));

        assertThat(f.figures("NEW", f.main)).isEqualTo("16/0");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> f.stock.receive(WANG, "", 4711, q("-1"), "r".repeat(101))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("sku", "quantity", "reference", "locationId"));
        assertThatThrownBy(() -> f.stock.adjust(WANG, "A", f.main.id(), 0, q("0.0001"), " ")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("counted", "reason"));
        assertThatThrownBy(() -> f.stock.transfer(WANG, "A", f.main.id(), f.main.id(), null, null)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("toLocationId", "quantity"));
        assertThat(f.stock.list(WANG, StockFilter.ALL, PageRequest.first(1)).items()).isEmpty();
    }

    @TestTemplate
    void countsToWhatIsThere() {
        StockLevel made = f.stock.adjust(WANG, "A", f.main.id(), 0, q("5"), "opening");
        StockLevel counted = f.stock.adjust(WANG, "A", f.main.id(), made.version(), q("3"), "2 broken");

        assertThat(counted.onHand()).isEqualByComparingTo("3");
        assertThat(ledger("A", f.main.id())).containsExactly("ADJUST -2 = 3", "ADJUST 5 = 5");
        assertThatThrownBy(() -> f.stock.adjust(WANG, "A", f.main.id(), made.version(), q("9"), "old eyes")).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> f.stock.adjust(WANG, "B", f.main.id(), 3, q("9"), "nothing there")).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void doesNotCountBelowWhatIsReservedAndReservingDoesNotDisturbACount() {
        f.receive("A", f.main, "5");
        StockLevel seen = f.level("A", f.main);
        f.reservations.reserve(1, List.of(want(1, "A", "4")), null);

        assertThatThrownBy(() -> f.stock.adjust(WANG, "A", f.main.id(), seen.version(), q("3"), "count")).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::message).containsExactly("4 are reserved: on hand cannot be 3"));
        f.stock.adjust(WANG, "A", f.main.id(), seen.version(), q("4"), "count");

        assertThat(f.figures("A", f.main)).isEqualTo("4/4");
    }

    @TestTemplate
    void transfersInBothDirectionsOnlyWhatIsFree() {
        f.receive("A", f.main, "5");
        f.reservations.reserve(1, List.of(want(1, "A", "2")), null);

        f.stock.transfer(WANG, "A", f.main.id(), f.east.id(), q("3"), "refill");
        assertThatThrownBy(() -> f.stock.transfer(WANG, "A", f.main.id(), f.east.id(), q("1"), null)).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::message).containsExactly("A: 1 wanted, 0 available"));
        f.stock.transfer(WANG, "A", f.east.id(), f.main.id(), q("1"), null);

        assertThat(f.figures("A", f.main)).isEqualTo("3/2");
        assertThat(f.figures("A", f.east)).isEqualTo("2/0");
        assertThat(ledger("A", f.east.id())).containsExactly("TRANSFER_OUT -1 = 2", "TRANSFER_IN 3 = 3");
        assertThat(f.stock.verify(WANG)).isEmpty();
        assertThatThrownBy(() -> f.stock.transfer(WANG, "NONE", f.east.id(), f.main.id(), q("1"), null)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> f.level("NONE", f.main)).as("the refused transfer left nothing behind").isInstanceOf(java.util.NoSuchElementException.class);
    }

    @TestTemplate
    void keepsABufferThatIsNotSold() {
        f.receive("A", f.main, "5");
        StockLevel level = f.level("A", f.main);

        StockLevel buffered = f.stock.setSafety(WANG, level.id(), level.version(), q("2"));

        assertThat(buffered.available()).isEqualByComparingTo("3");
        assertThat(f.stock.available(List.of("A", "B"))).containsOnlyKeys("A");
        assertThat(f.stock.available(List.of("A")).get("A").get(f.main.id())).isEqualByComparingTo("3");
        assertThatThrownBy(() -> f.reservations.reserve(1, List.of(want(1, "A", "4")), null)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> f.stock.setSafety(WANG, level.id(), level.version(), q("1"))).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> f.stock.setSafety(WANG, 4711, 1, q("1"))).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void tellsWhatIsLowAsItHappens() {
        f.receive("A", f.main, "10");
        f.receive("B", f.main, "10");
        StockLevel b = f.level("B", f.main);
        f.stock.setSafety(WANG, b.id(), b.version(), q("4"));
        assertThat(f.stock.countLow(10)).isZero();

        f.reservations.reserve(1, List.of(want(1, "A", "10"), want(2, "B", "2")), null);
        assertThat(list(new StockFilter(null, null, true))).containsExactly("A@MAIN", "B@MAIN");
        assertThat(f.stock.countLow(1)).isOne();
        assertThat(f.stock.countLow(10)).isEqualTo(2);

        f.reservations.release(1, List.of(1L));
        assertThat(list(new StockFilter(null, null, true))).containsExactly("B@MAIN");
        f.receive("B", f.main, "5");
        assertThat(list(new StockFilter(null, null, false))).containsExactly("A@MAIN", "B@MAIN");
    }

    @TestTemplate
    void listsBySkuThenLocationPageByPage() {
        for (String sku : List.of("tea-2", "TEA-1", "cup", "红茶")) {
            f.receive(sku, f.main, "1");
            f.receive(sku, f.east, "1");
        }

        assertThat(list(StockFilter.ALL)).containsExactly("cup@MAIN", "cup@EAST", "TEA-1@MAIN", "TEA-1@EAST", "tea-2@MAIN", "tea-2@EAST", "红茶@MAIN", "红茶@EAST");
        assertThat(list(new StockFilter("Tea", null, null))).containsExactly("TEA-1@MAIN", "TEA-1@EAST", "tea-2@MAIN", "tea-2@EAST");
        assertThat(list(new StockFilter("tea-2", f.east.id(), null))).containsExactly("tea-2@EAST");
        assertThat(list(new StockFilter(null, f.east.id(), null))).containsExactly("cup@EAST", "TEA-1@EAST", "tea-2@EAST", "红茶@EAST");
        assertThatThrownBy(() -> f.stock.list(WANG, StockFilter.ALL, new PageRequest("?!", 2))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> f.stock.movements(WANG, null, null, new PageRequest("?!", 2))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void importsCountsOfManyLevels() {
        f.receive("OLD", f.main, "5");
        f.receive("SAME", f.main, "5");
        List<Counted> rows = new ArrayList<>(List.of(new Counted("OLD", f.main.id(), q("7")), new Counted("SAME", f.main.id(), q("5")), new Counted("ZERO", f.east.id(), q("0"))));
        IntStream.range(0, 600).forEach(i -> rows.add(new Counted("S" + i, f.east.id(), q("3"))));

        assertThat(f.stock.countAll(WANG, rows, "opening")).isEqualTo(602);
        assertThat(f.stock.countAll(WANG, rows, "opening")).isZero();

        assertThat(f.figures("OLD", f.main)).isEqualTo("7/0");
        assertThat(ledger("OLD", null)).containsExactly("ADJUST 2 = 7", "RECEIVE 5 = 5");
        assertThat(f.db.events()).extracting(Event::topic).endsWith("stock.changed", "stock.imported");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void refusesCountsNamingTheRows() {
        f.receive("A", f.main, "5");
        f.reservations.reserve(1, List.of(want(1, "A", "4")), null);

        assertThatThrownBy(() -> f.stock.countAll(WANG, List.of(new Counted("B", f.main.id(), q("1")), new Counted("A", f.main.id(), q("3"))), "x"))
                .isInstanceOfSatisfying(AmphoraException.Refused.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("[1].quantity"));
        assertThatThrownBy(() -> f.stock.countAll(WANG, List.of(new Counted("B", 4711, q("1"))), "x"))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("[0].locationId"));
        assertThatThrownBy(() -> f.stock.countAll(WANG, List.of(new Counted(null, 1, q("-1"))), null))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("reason", "[0].sku", "[0].quantity"));
    }

    @TestTemplate
    void provesAndFindsWhatSomebodyChangedByHand() {
        f.receive("A", f.main, "5");
        f.reservations.reserve(1, List.of(want(1, "A", "2")), null);
        assertThat(f.stock.verify(WANG)).isEmpty();

        f.tx.call(em -> em.createNativeQuery("update stock_level set on_hand = 9 where sku = 'A'").executeUpdate());

        assertThat(f.stock.verify(WANG)).containsExactly("A at location " + f.main.id() + ": on hand 9, ledger 5; reserved 2, reservations 2");
    }

    @TestTemplate
    void asksForPermission() {
        assertThatThrownBy(() -> f.stock.receive(GUEST, "A", 1, q("1"), null)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.adjust(GUEST, "A", 1, 0, q("1"), "x")).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.transfer(GUEST, "A", 1, 2, q("1"), null)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.setSafety(GUEST, 1, 1, q("1"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.countAll(GUEST, List.of(), "x")).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.list(GUEST, StockFilter.ALL, PageRequest.first(1))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.levels(GUEST, List.of())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.movements(GUEST, null, null, PageRequest.first(1))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.stock.verify(GUEST)).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
