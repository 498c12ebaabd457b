package io.amphora.platform.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.platform.api.Tx;
import io.amphora.platform.core.PlatformEntities;
import io.amphora.platform.core.SystemClock;
import io.amphora.platform.core.unit.Guests.Parcel;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases
class UnitTest {
    private final Contribution platform = new Contribution(new PlatformEntities());
    private final Contribution parcels = Guests.parcels();
    private final Contribution rivals = Guests.rivals();
    private final Instant now = new SystemClock().instant();
    private final ExecutorService others = Executors.newCachedThreadPool();
    private TestDatabase db;
    private Unit unit;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        unit = new Unit(db.dataSource(), Unit.class.getProtectionDomain().getCodeSource().getLocation(), 4);
    }

    @AfterEach
    void close() {
        others.shutdownNow();
        unit.close();
        assertThat(unit.open()).isZero();
    }

    private boolean hasTable(String name) throws SQLException {
        try (Connection connection = db.dataSource().getConnection()) {
            return List.of(name, name.toUpperCase()).stream().anyMatch(n -> {
                try (var found = connection.getMetaData().getTables(null, null, n, null)) {
                    return found.next();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private long pack(Contribution by) {
        return unit.tx(by).call(em -> {
            Parcel parcel = new Parcel("P", now);
            em.persist(parcel);
            return parcel.id();
        });
    }

    @TestTemplate
    void servesWhoFitsAndNamesWhoDoesNot() throws SQLException {
        Contribution refused = Guests.guest("refused", Guests.Rival.class);

        unit.serve(List.of(platform, parcels, refused));

        assertThat(unit.domains()).containsExactly("platform", "parcel");
        assertThat(unit.refused().get(refused)).contains("Rival");
        assertThat(hasTable("refused")).isFalse();
        long id = pack(parcels);
        assertThat(unit.tx(parcels).<Instant>call(em -> em.find(Parcel.class, id).packedAt())).isEqualTo(now);
        assertThat(unit.open()).isEqualTo(1);
    }

    @TestTemplate
    void triesTheRefusedAgainWhenSomebodyLeaves() {
        unit.serve(List.of(platform, parcels, rivals));
        assertThat(unit.serve(List.of(platform, parcels, rivals))).isFalse();

        unit.serve(List.of(platform, rivals));

        assertThat(unit.domains()).containsExactly("platform", "rival");
        assertThat(unit.refused()).isEmpty();
    }

    @TestTemplate
    void refusesWhoseScriptFailsAndLeavesNothingOfIt() throws SQLException {
        Contribution halfway = Guests.halfway();

        unit.serve(List.of(halfway, platform, parcels));

        assertThat(unit.domains()).containsExactly("platform", "parcel");
        assertThat(unit.refused().get(halfway)).isNotBlank();
        assertThat(hasTable("halfway")).isFalse();
        pack(parcels);
    }

    @TestTemplate
    void refusesASecondBundleOfTheSameDomain() {
        Contribution second = Guests.guest("parcel", Guests.Halfway.class);

        unit.serve(List.of(parcels, second));

        assertThat(unit.members()).containsExactly(parcels);
        assertThat(unit.refused()).containsOnlyKeys(second);
    }

    @TestTemplate
    void refusesWhatWasNotWoven() {
        assertThatThrownBy(() -> Guests.guest("unwoven", Guests.Unwoven.class)).hasMessageContaining("not woven");
        assertThatThrownBy(() -> Guests.guest("mixed", Parcel.class, String.class)).hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> Guests.guest("empty")).hasMessageContaining("no classes");
    }

    @TestTemplate
    void letsRunningTransactionsEndOnTheOldGeneration() {
        unit.serve(List.of(platform, parcels));
        long id = unit.tx(parcels).call(em -> {
            unit.serve(List.of(platform));
            Parcel parcel = new Parcel("late", now);
            em.persist(parcel);
            assertThat(unit.open()).isEqualTo(2);
            return parcel.id();
        });

        assertThat(unit.open()).isEqualTo(1);
        assertThatThrownBy(() -> pack(parcels)).isInstanceOf(IllegalStateException.class).hasMessageContaining("parcel has left");
        unit.serve(List.of(platform, parcels));
        assertThat(unit.tx(parcels).<Parcel>call(em -> em.find(Parcel.class, id))).isNotNull();
    }

    @TestTemplate
    void beginsAgainWhenADomainJoinedTooLateForThisTransaction() {
        unit.serve(List.of(platform));
        int[] tries = {0};

        unit.tx(platform).callWithRetry(3, em -> {
            if (tries[0]++ == 0) {
                unit.serve(List.of(platform, parcels));
            }
            return pack(parcels);
        });

        assertThat(tries[0]).isEqualTo(2);
    }

    @TestTemplate
    void nobodyNoticesThatAGuestComesAndGoes() throws Exception {
        unit.serve(List.of(platform, parcels));
        AtomicInteger done = new AtomicInteger();
        CountDownLatch stop = new CountDownLatch(1);
        List<Future<?>> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            users.add(others.submit(() -> {
                while (stop.getCount() > 0) {
                    pack(parcels);
                    done.incrementAndGet();
                }
            }));
        }

        for (int i = 0; i < 10; i++) {
            Contribution guest = Guests.guest("halfguest" + i, Guests.Halfway.class);
            unit.serve(List.of(platform, parcels, guest));
            assertThat(unit.domains()).contains("halfguest" + i);
            unit.serve(List.of(platform, parcels));
        }
        stop.countDown();

        for (Future<?> user : users) {
            user.get(10, TimeUnit.SECONDS);
        }
        assertThat(done.get()).isGreaterThan(20);
        assertThat(unit.open()).isEqualTo(1);
    }

    @TestTemplate
    void retriesTheLoserOfTwoEdits() throws Exception {
        unit.serve(List.of(platform, parcels));
        Tx tx = unit.tx(parcels);
        long id = pack(parcels);
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        int[] tries = {0};

        Future<?> loser = others.submit(() -> tx.callWithRetry(5, em -> {
            Parcel parcel = em.find(Parcel.class, id);
            tries[0]++;
            read.countDown();
            await(written);
            parcel.rename("loser");
            return null;
        }));
        await(read);
        tx.call(em -> {
            em.find(Parcel.class, id).rename("winner");
            return null;
        });
        written.countDown();
        loser.get(10, TimeUnit.SECONDS);

        assertThat(tries[0]).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestTemplate
    void givesItsConnectionBackHoweverTheWorkEnds() {
        unit.serve(List.of(platform, parcels));

        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> unit.tx(parcels).call(em -> em.createNativeQuery("select * from nowhere").getResultList())).isInstanceOf(PersistenceException.class);
            assertThatThrownBy(() -> unit.tx(parcels).call(em -> {
                throw new StackOverflowError();
            })).isInstanceOf(StackOverflowError.class);
        }

        pack(parcels);
    }
}
