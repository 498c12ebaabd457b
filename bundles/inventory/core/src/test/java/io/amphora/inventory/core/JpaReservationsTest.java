package io.amphora.inventory.core;

import static io.amphora.inventory.core.Fixture.WANG;
import static io.amphora.inventory.core.Fixture.want;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Movement;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(InventoryEntities.class)
class JpaReservationsTest {
    private Fixture f;

    @BeforeEach
    void setUp(TestDatabase db) {
        f = new Fixture(db);
        f.receive("A", f.main, "5");
        f.receive("A", f.east, "8");
        f.receive("B", f.east, "2");
    }

    @TestTemplate
    void takesEachLineWholeWhereTheFirstLocationByPriorityHasIt() {
        Map<Long, Long> where = f.reservations.reserve(1, List.of(want(11, "B", "2"), want(12, "A", "3"), want(13, "A", "3")), null);

        assertThat(where).isEqualTo(Map.of(11L, f.east.id(), 12L, f.main.id(), 13L, f.east.id()));
        assertThat(f.figures("A", f.main)).isEqualTo("5/3");
        assertThat(f.figures("A", f.east)).isEqualTo("8/3");
        assertThat(f.figures("B", f.east)).isEqualTo("2/2");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void asksThePreferredLocationFirstIfItIsActive() {
        assertThat(f.reservations.reserve(1, List.of(want(1, "A", "1")), f.east.id())).containsEntry(1L, f.east.id());
        f.locations.change(WANG, f.east.id(), f.east.version(), "East", null, 20, false);
        assertThat(f.reservations.reserve(2, List.of(want(1, "A", "1")), f.east.id())).containsEntry(1L, f.main.id());
        assertThat(f.reservations.reserve(3, List.of(), null)).isEmpty();
    }

    @TestTemplate
    void saysSoIfSeveralLocationsTogetherHaveEnough() {
        assertThatThrownBy(() -> f.reservations.reserve(1, List.of(want(1, "A", "10")), null)).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::message).containsExactly("A: 10 wanted, at most 8 at one location, 13 in all: as several lines it can come from several"));
    }

    @TestTemplate
    void refusesNamingAllShortLinesAndReservesNothing() {
        assertThatThrownBy(() -> f.reservations.reserve(1, List.of(want(1, "C", "1"), want(2, "A", "2"), want(3, "B", "3"), want(4, "A", "9")), null))
                .isInstanceOfSatisfying(AmphoraException.Refused.class, e -> {
                    assertThat(e.problems()).extracting(Problem::field).containsExactly("lines[0].quantity", "lines[2].quantity", "lines[3].quantity");
                    assertThat(e.problems()).extracting(Problem::code).containsExactly("stock.short", "stock.short", "stock.short-at-one");
                    assertThat(e.problems()).extracting(Problem::message).startsWith("C: 1 wanted, 0 available", "B: 3 wanted, 2 available").last().asString().startsWith("A: 9 wanted, at most 8 at one location");
                });

        assertThat(f.figures("A", f.main)).isEqualTo("5/0");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void refusesWhenNoLocationIsActive() {
        f.locations.change(WANG, f.main.id(), f.main.version(), "Main", null, 20, false);
        f.locations.change(WANG, f.east.id(), f.east.version(), "East", null, 20, false);

        assertThatThrownBy(() -> f.reservations.reserve(1, List.of(want(1, "A", "1")), null)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void givesBackOnceWhatLinesHold() {
        f.reservations.reserve(1, List.of(want(1, "A", "2"), want(2, "A", "1")), null);

        f.reservations.release(1, List.of(1L, 99L));
        f.reservations.release(1, List.of(1L));
        f.reservations.release(2, List.of(2L));

        assertThat(f.figures("A", f.main)).isEqualTo("5/1");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void movesClaimsToAnotherLocation() {
        f.reservations.reserve(1, List.of(want(1, "A", "2"), want(2, "A", "1"), want(3, "B", "1")), null);

        f.reservations.move(1, List.of(1L, 2L, 3L), f.east.id());
        assertThat(f.figures("A", f.main)).isEqualTo("5/0");
        assertThat(f.figures("A", f.east)).isEqualTo("8/3");

        assertThatThrownBy(() -> f.reservations.move(1, List.of(3L, 1L), f.main.id())).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).containsExactly(Problem.of("lines[0].quantity", "stock.short", "{0}: {1} wanted, {2} available", "B", "1", "0")));
        assertThat(f.figures("A", f.east)).isEqualTo("8/3");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void goodsThatLeaveAreInTheLedger() {
        f.reservations.reserve(17, List.of(want(1, "A", "2"), want(2, "A", "1"), want(3, "B", "1")), null);

        f.reservations.consume(17, List.of(1L, 2L, 3L), "wang");
        f.reservations.consume(17, List.of(1L, 2L, 3L), "wang");
        f.reservations.release(17, List.of(1L));

        assertThat(f.figures("A", f.main)).isEqualTo("2/0");
        assertThat(f.figures("B", f.east)).isEqualTo("1/0");
        List<Movement> ledger = f.stock.movements(WANG, "A", f.main.id(), PageRequest.first(10)).items();
        assertThat(ledger).extracting(m -> m.kind() + " " + Quantities.text(m.quantity()) + " = " + Quantities.text(m.onHandAfter()) + " " + m.reference() + " " + m.who())
                .containsExactlyInAnyOrder("ISSUE -1 = 2 order:17 wang", "ISSUE -2 = 3 order:17 wang", "RECEIVE 5 = 5 null wang");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void aFailureLaterInTheTransactionUndoesTheClaims() {
        assertThatThrownBy(() -> f.tx.call(em -> {
            f.reservations.reserve(1, List.of(want(1, "A", "5")), null);
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(f.figures("A", f.main)).isEqualTo("5/0");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void splitClaimBelongsToBothLines() {
        f.reservations.reserve(1, List.of(want(1, "A", "3")), null);

        f.reservations.split(1, 1, 2, java.math.BigDecimal.ONE);
        f.reservations.split(1, 99, 3, java.math.BigDecimal.ONE);

        assertThat(f.figures("A", f.main)).isEqualTo("5/3");
        assertThatThrownBy(() -> f.reservations.split(1, 1, 4, new java.math.BigDecimal("2"))).isInstanceOf(IllegalArgumentException.class);
        f.reservations.release(1, List.of(2L));
        assertThat(f.figures("A", f.main)).isEqualTo("5/2");
        f.reservations.consume(1, List.of(1L), "wang");
        assertThat(f.figures("A", f.main)).isEqualTo("3/0");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }
}
