package io.amphora.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Shelves.CountDue;
import io.amphora.inventory.api.Shelves.Place;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(InventoryEntities.class)
class StoredShelvesTest {
    private static final Actor ALL = Actor.system("test");

    private StoredShelves shelves;
    private JpaStock stock;
    private Reservations reservations;
    private Location main;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        JpaLocations locations = new JpaLocations(db.tx("inventory"), db.outbox());
        main = locations.create(ALL, "MAIN", "Main", null, 1);
        stock = new JpaStock(db.tx("inventory"), db.outbox(), Clock.systemUTC());
        reservations = new JpaReservations(db.tx("inventory"), db.outbox(), locations, Clock.systemUTC());
        shelves = new StoredShelves(db.tx("inventory"), db.outbox(), Clock.systemUTC());
        stock.receive(ALL, "A", main.id(), BigDecimal.TEN, null);
        stock.receive(ALL, "B", main.id(), BigDecimal.TEN, null);
    }

    @TestTemplate
    void knowsWhereThingsLie() {
        assertThat(shelves.place(ALL, "A", main.id(), " Cold ", "A-7")).isEqualTo(new Place("Cold", "A-7"));
        shelves.place(ALL, "B", main.id(), null, "B-1");

        assertThat(shelves.places(List.of("A", "B", "C"))).containsOnlyKeys("A", "B");
        assertThat(shelves.places(List.of("B")).get("B")).containsEntry(main.id(), new Place(null, "B-1"));
        shelves.place(ALL, "A", main.id(), "", null);
        assertThat(shelves.places(List.of("A"))).isEmpty();
        assertThatThrownBy(() -> shelves.place(ALL, "C", main.id(), "x", null)).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> shelves.place(ALL, "A", main.id(), "x".repeat(21), "y".repeat(21))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).hasSize(2));
        assertThatThrownBy(() -> shelves.place(new Actor("s", "S", Set.of("inventory.read")), "A", main.id(), "x", null)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void takesOffTheBooksWhatNobodyIsPromised() {
        reservations.reserve(1, List.of(new Reservations.Wanted(1, "A", new BigDecimal("8"))), null);
        shelves.missing("A", main.id(), new BigDecimal("5"), "wang", "empty");
        shelves.missing("B", main.id(), new BigDecimal("5"), "wang", "empty");
        shelves.missing("B", main.id(), BigDecimal.ONE, "li", "again");

        assertThat(stock.levels(ALL, List.of("A")).get(0).onHand()).as("eight are promised to others").isEqualByComparingTo("8");
        assertThat(stock.levels(ALL, List.of("B")).get(0).onHand()).isEqualByComparingTo("4");
        assertThat(stock.verify(ALL)).isEmpty();
        Page<CountDue> first = shelves.toCount(ALL, PageRequest.first(1));
        assertThat(first.items()).extracting(CountDue::sku).containsExactly("A");
        assertThat(shelves.toCount(ALL, new PageRequest(first.next(), 5)).items()).singleElement().satisfies(d -> assertThat(d.askedBy()).isEqualTo("li"));
    }
}
