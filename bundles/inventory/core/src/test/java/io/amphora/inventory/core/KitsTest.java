package io.amphora.inventory.core;

import static io.amphora.inventory.core.Fixture.WANG;
import static io.amphora.inventory.core.Fixture.want;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.KitStock;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Reservations.Part;
import io.amphora.inventory.api.Reservations.Wanted;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** A kit takes all it consists of at one place, or nothing. */
@BothDatabases(InventoryEntities.class)
class KitsTest {
    private static final List<Part> SET = List.of(new Part("CUP", new BigDecimal("2")), new Part("POT", BigDecimal.ONE));
    private Fixture f;

    @BeforeEach
    void setUp(TestDatabase db) {
        f = new Fixture(db);
    }

    private static Wanted kit(long line, String quantity) {
        return new Wanted(line, "SET", new BigDecimal(quantity), SET);
    }

    @TestTemplate
    void allComponentsAreClaimedWhereAllAre() {
        f.receive("CUP", f.main, "10");
        f.receive("CUP", f.east, "6");
        f.receive("POT", f.east, "3");

        assertThat(f.reservations.reserve(1, List.of(kit(1, "3")), null)).isEqualTo(Map.of(1L, f.east.id()));

        assertThat(f.figures("CUP", f.main)).isEqualTo("10/0");
        assertThat(f.figures("CUP", f.east)).isEqualTo("6/6");
        assertThat(f.figures("POT", f.east)).isEqualTo("3/3");
        assertThat(f.reservations.held(List.of(1L, 2L))).containsExactly(new Reservations.Held(1, 1, "CUP", f.east.id(), new BigDecimal("6"), new BigDecimal("2")),
                new Reservations.Held(1, 1, "POT", f.east.id(), new BigDecimal("3"), BigDecimal.ONE));
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void whatAnIncompleteKitTookForAMomentIsThereForOthers() {
        f.receive("CUP", f.main, "2");
        f.receive("CUP", f.east, "2");
        f.receive("POT", f.east, "1");

        assertThat(f.reservations.reserve(1, List.of(kit(1, "1"), want(2, "CUP", "2")), null)).isEqualTo(Map.of(1L, f.east.id(), 2L, f.main.id()));
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void shortKitsAreNamedWithHowManyThereAre() {
        f.receive("CUP", f.main, "5");
        f.receive("POT", f.main, "9");

        assertThatThrownBy(() -> f.reservations.reserve(1, List.of(want(1, "POT", "1"), kit(2, "3")), null)).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).containsExactly(Problem.of("lines[1].quantity", "stock.short", "{0}: {1} wanted, {2} available", "SET", "3", "2")));
        assertThat(f.figures("CUP", f.main)).isEqualTo("5/0");
        assertThat(KitStock.available(SET, f.stock.available(List.of("CUP", "POT")))).isEqualTo(Map.of(f.main.id(), new BigDecimal("2")));
        assertThat(f.reservations.reserveAvailable(1, List.of(kit(2, "3")), null)).containsExactly(new Reservations.Taken(2, f.main.id(), new BigDecimal("2")));
        assertThat(f.figures("CUP", f.main)).isEqualTo("5/4");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void componentsAreSplitMovedIssuedAndReleasedTogether() {
        f.receive("CUP", f.main, "6");
        f.receive("POT", f.main, "3");
        f.receive("CUP", f.east, "2");
        f.receive("POT", f.east, "1");
        f.reservations.reserve(1, List.of(kit(1, "3")), null);

        f.reservations.split(1, 1, 2, BigDecimal.ONE);
        assertThatThrownBy(() -> f.reservations.move(1, List.of(1L), f.east.id())).isInstanceOf(AmphoraException.Refused.class);
        f.reservations.move(1, List.of(2L), f.east.id());
        assertThat(f.figures("CUP", f.main)).isEqualTo("6/4");
        assertThat(f.figures("CUP", f.east)).isEqualTo("2/2");

        f.reservations.consume(1, List.of(2L), "wang");
        assertThat(f.figures("CUP", f.east)).isEqualTo("0/0");
        assertThat(f.figures("POT", f.east)).isEqualTo("0/0");
        f.reservations.release(1, List.of(1L));
        assertThat(f.figures("CUP", f.main)).isEqualTo("6/0");
        assertThat(f.figures("POT", f.main)).isEqualTo("3/0");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void neverOversoldByKitsAndSinglesAtOnce() throws Exception {
        f.receive("CUP", f.main, "61");
        f.receive("POT", f.main, "40");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> all = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            long order = 1 + t;
            all.add(threads.submit(() -> bought(order)));
        }
        int cups = 0;
        for (Future<Integer> one : all) {
            cups += one.get();
        }
        threads.shutdown();

        assertThat(f.figures("CUP", f.main)).isEqualTo("61/" + cups);
        assertThat(cups).isBetween(60, 61);
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    /** @return cups that it got */
    private int bought(long order) {
        int cups = 0;
        for (int i = 0; i < 12; i++) {
            boolean set = (order + i) % 2 == 0;
            try {
                f.reservations.reserve(order * 100 + i, List.of(set ? kit(1, "1") : want(1, "CUP", "1")), null);
                cups += set ? 2 : 1;
            } catch (AmphoraException.Refused e) {
                // sold out
            }
        }
        return cups;
    }
}
