package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.StockLevel;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.inventory.core.JpaLocations;
import io.amphora.inventory.core.JpaReservations;
import io.amphora.inventory.core.JpaStock;
import io.amphora.inventory.core.StoredShelves;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderShortages;
import io.amphora.order.api.OrderShortages.Remedy;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** A shelf that is emptier than the books, with the real stock behind it. */
@BothDatabases({OrderEntities.class, InventoryEntities.class})
class ShortLineTest {
    private static final Actor WANG = new Actor("wang", "Wang", Set.of("order.read", "order.fulfil"));

    private TestDatabase db;
    private OrderFixture orders;
    private OrderShortages shortages;
    private JpaStock stock;
    private StoredShelves shelves;
    private Location main;
    private Location north;
    private Order order;
    private long line;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        Tx tx = db.tx("inventory");
        JpaLocations locations = new JpaLocations(tx, db.outbox());
        main = locations.create(ALL, "MAIN", "Main", null, 1);
        north = locations.create(ALL, "NORTH", "North", null, 2);
        stock = new JpaStock(tx, db.outbox(), Clock.systemUTC());
        shelves = new StoredShelves(tx, db.outbox(), Clock.systemUTC());
        JpaReservations reservations = new JpaReservations(tx, db.outbox(), locations, Clock.systemUTC());
        orders = new OrderFixture(db, reservations);
        orders.twins.locations.clear();
        orders.twins.locations.addAll(List.of(main, north));
        shortages = orders.shortages(reservations, shelves, stock);
        stock.receive(ALL, "SKU-1", main.id(), new BigDecimal("15"), "r");
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "4").build());
        order = orders.actions.assign(ALL, placed.id(), placed.version(), main.id(), null, null);
        line = order.lines().get(0).id();
    }

    private Order missing(Remedy remedy) {
        return shortages.missing(WANG, order.id(), order.version(), line, null, remedy, "empty bin");
    }

    private StockLevel level(Location at) {
        return stock.levels(ALL, List.of("SKU-1")).stream().filter(l -> l.locationId() == at.id()).findFirst().orElseThrow();
    }

    @TestTemplate
    void reservesElsewhereAndSeesToACount() {
        stock.receive(ALL, "SKU-1", north.id(), BigDecimal.TEN, "r");
        Order after = missing(Remedy.ELSEWHERE);

        assertThat(after.lines().get(0).locationId()).isEqualTo(north.id());
        assertThat(after.lines().get(0).status()).isEqualTo(LineStatus.ASSIGNED);
        assertThat(level(north).reserved()).isEqualByComparingTo("4");
        assertThat(level(main).onHand()).as("what was not there is not sold again").isEqualByComparingTo("11");
        assertThat(level(main).reserved()).isZero();
        assertThat(shelves.toCount(ALL, PageRequest.first(5)).items()).singleElement().satisfies(d -> assertThat(d.reason()).contains("empty bin", order.number()))
                .satisfies(d -> assertThat(d.askedBy()).isEqualTo("wang"));
        assertThat(stock.verify(ALL)).isEmpty();
        assertThat(db.events()).extracting(Event::topic).contains("stock.count-due").endsWith("order.short");

        stock.adjust(ALL, "SKU-1", main.id(), level(main).version(), new BigDecimal("2"), "counted");
        assertThat(shelves.toCount(ALL, PageRequest.first(5)).items()).isEmpty();
    }

    @TestTemplate
    void whatWaitsIsNotPromisedFromTheSameShelfAgainUntilThatIsCounted() {
        missing(Remedy.BACKORDER);
        assertThat(orders.allocate.sweep()).as("the books say 11").isZero();
        assertThat(orders.queries.find(ALL, order.id()).lines()).noneMatch(l -> l.locationId() != null && !l.backordered());

        stock.adjust(ALL, "SKU-1", main.id(), level(main).version(), new BigDecimal("11"), "counted");
        assertThat(orders.allocate.sweep()).isEqualTo(1);
        assertThat(level(main).reserved()).isEqualByComparingTo("4");
    }

    @TestTemplate
    void nowhereElseIsRefusedAlsoIfTheBooksSayThereIsMoreHere() {
        assertThatThrownBy(() -> missing(Remedy.ELSEWHERE)).isInstanceOfSatisfying(AmphoraException.Refused.class, e -> assertThat(e.problems().get(0).code()).isEqualTo("order.short-nowhere"));

        assertThat(level(main).onHand()).isEqualByComparingTo("15");
        assertThat(level(main).reserved()).isEqualByComparingTo("4");
        assertThat(orders.queries.find(ALL, order.id())).isEqualTo(order);
    }

    @TestTemplate
    void whoPicksMayCancelWhatIsNotThere() {
        Order after = missing(Remedy.CANCEL);

        assertThat(after.lines().get(0).status()).isEqualTo(LineStatus.CANCELLED);
        assertThat(level(main).onHand()).isEqualByComparingTo("11");
        assertThat(stock.verify(ALL)).isEmpty();
        assertThatThrownBy(() -> missing(Remedy.CANCEL)).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void waitsForStockAndCannotBePickedUntilThen() {
        Order after = missing(Remedy.BACKORDER);

        assertThat(after.lines().get(0).backordered()).isTrue();
        assertThat(level(main).reserved()).isZero();
        assertThat(stock.verify(ALL)).isEmpty();
        assertThatThrownBy(() -> orders.actions.pick(WANG, after.id(), after.version(), Set.of(line))).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void onlyWhatIsAssignedCanBeMissing() {
        Order picked = orders.actions.pick(WANG, order.id(), order.version(), Set.of());

        assertThatThrownBy(() -> shortages.missing(WANG, picked.id(), picked.version(), line, null, Remedy.CANCEL, "x")).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> shortages.missing(WANG, picked.id(), picked.version(), line, null, null, " "))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).hasSize(2));
        assertThatThrownBy(() -> shortages.missing(new Actor("s", "S", Set.of("order.read")), picked.id(), picked.version(), line, null, Remedy.CANCEL, "x"))
                .isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
