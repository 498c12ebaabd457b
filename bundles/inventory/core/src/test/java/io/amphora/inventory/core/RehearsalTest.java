package io.amphora.inventory.core;

import static io.amphora.inventory.core.Fixture.want;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Reservations.Part;
import io.amphora.inventory.api.Reservations.Taken;
import io.amphora.inventory.api.Reservations.Wanted;
import io.amphora.inventory.api.StockRehearsal;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** Rehearsed claims end as real ones do. */
@BothDatabases(InventoryEntities.class)
class RehearsalTest {
    private static final List<Part> SET = List.of(new Part("CUP", new BigDecimal("2")), new Part("POT", BigDecimal.ONE));
    private Fixture f;

    @BeforeEach
    void setUp(TestDatabase db) {
        f = new Fixture(db);
    }

    private static Object outcome(Supplier<Object> work) {
        try {
            return work.get();
        } catch (AmphoraException.Refused e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    private static List<Taken> sorted(List<Taken> taken) {
        return taken.stream().map(t -> new Taken(t.lineId(), t.locationId(), t.quantity().stripTrailingZeros())).sorted(Comparator.comparing(Taken::lineId)).toList();
    }

    private static List<Wanted> order(Random random, long first) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String quantity = String.valueOf(1 + random.nextInt(5));
            wanted.add(random.nextInt(3) == 0 ? new Wanted(first + i, "SET", new BigDecimal(quantity), SET) : want(first + i, List.of("CUP", "POT", "NUT", "NONE").get(random.nextInt(4)), quantity));
        }
        return wanted;
    }

    @TestTemplate
    void endsAsTheRealClaimsDoOneAfterTheOther() {
        for (String sku : List.of("CUP", "POT", "NUT")) {
            f.receive(sku, f.main, "17");
            f.receive(sku, f.east, "23");
        }
        StockRehearsal rehearsal = f.reservations.rehearse();
        Random random = new Random(7);
        List<List<Wanted>> orders = new ArrayList<>();
        List<Object> foreseen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Wanted> order = order(random, i * 10L + 1);
            boolean whole = i % 3 != 0;
            foreseen.add(outcome(() -> whole ? rehearsal.reserve(order, null) : sorted(rehearsal.reserveAvailable(order, null))));
            if (foreseen.get(i) instanceof List<?> problems && whole && !problems.isEmpty()) {
                rehearsal.undo();
            }
            rehearsal.keep();
            orders.add(order);
        }
        assertThat(f.figures("CUP", f.main)).as("nothing was reserved").isEqualTo("17/0");

        for (int i = 0; i < orders.size(); i++) {
            List<Wanted> order = orders.get(i);
            long id = i + 1;
            boolean whole = i % 3 != 0;
            assertThat(outcome(() -> whole ? f.reservations.reserve(id, order, null) : sorted(f.reservations.reserveAvailable(id, order, null)))).as("order %s: %s", id, order)
                    .isEqualTo(foreseen.get(i));
        }
        assertThat(f.stock.verify(Fixture.WANG)).isEmpty();
    }
}
