package io.amphora.inventory.core;

import static io.amphora.inventory.core.Fixture.WANG;
import static io.amphora.inventory.core.Fixture.want;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.AmphoraException;
import io.amphora.inventory.api.Reservations.Wanted;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;

@BothDatabases(InventoryEntities.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BuyersTest {
    private static final int THREADS = 32;
    private static final int BUYERS = 1_000;

    private Fixture f;

    @BeforeEach
    void setUp(TestDatabase db) {
        f = new Fixture(db);
    }

    /** @return how many got what they wanted */
    private int buyers(int count, Callable<List<Wanted>> basket) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long order = i;
                List<Wanted> wanted = basket.call();
                all.add(threads.submit(() -> buys(order, wanted)));
            }
            int served = 0;
            for (Future<Boolean> one : all) {
                served += one.get() ? 1 : 0;
            }
            return served;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean buys(long order, List<Wanted> wanted) {
        try {
            return !f.reservations.reserve(order, wanted, null).isEmpty();
        } catch (AmphoraException.Refused e) {
            return false;
        }
    }

    @TestTemplate
    void oneHundredUnitsGoToExactlyOneHundredOfAThousandBuyers() throws Exception {
        f.receive("RARE", f.main, "60");
        f.receive("RARE", f.east, "40");

        assertThat(buyers(BUYERS, () -> List.of(want(1, "RARE", "1")))).isEqualTo(100);

        assertThat(f.figures("RARE", f.main)).isEqualTo("60/60");
        assertThat(f.figures("RARE", f.east)).isEqualTo("40/40");
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void ordersForTheSameGoodsInAnyOrderNeverBlockEachOtherForGood() throws Exception {
        List<String> skus = List.of("A", "B", "C", "D");
        for (String sku : skus) {
            f.receive(sku, f.main, "150");
            f.receive(sku, f.east, "250");
        }
        Random random = new Random(3);

        int served = buyers(400, () -> {
            List<String> shuffled = new ArrayList<>(skus);
            Collections.shuffle(shuffled, random);
            return shuffled.stream().map(sku -> want(skus.indexOf(sku), sku, "1")).toList();
        });

        assertThat(served).isEqualTo(400);
        skus.forEach(sku -> assertThat(f.figures(sku, f.main) + " " + f.figures(sku, f.east)).isEqualTo("150/150 250/250"));
        assertThat(f.stock.verify(WANG)).isEmpty();
    }

    @TestTemplate
    void theProofHoldsWhileOrdersFlow() throws Exception {
        f.receive("A", f.main, "500");
        ExecutorService prover = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> proof = prover.submit(() -> {
                List<String> found = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    found.addAll(f.stock.verify(WANG));
                }
                return found;
            });
            buyers(300, () -> List.of(want(1, "A", "1")));

            assertThat(proof.get()).isEmpty();
        } finally {
            prover.shutdownNow();
        }
    }
}
