package io.amphora.platform.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.amphora.platform.api.EntityContribution;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.PlatformEntities;
import io.amphora.platform.core.unit.Guests.Parcel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceUnitTest {
    @TempDir
    Path folder;
    private final Registry registry = new Registry();
    private final EntityContribution parcels = Guests.contribution("parcel", Parcel.class);
    private EmbeddedPostgres server;
    private HikariDataSource pool;
    private PersistenceUnit unit;

    @AfterEach
    void close() throws Exception {
        if (unit != null) {
            unit.close();
        }
        if (pool != null) {
            pool.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** Always the same data, always the same port. */
    private void startServer() throws IOException {
        int port = server == null ? 0 : server.getPort();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).setPGStartupWait(Duration.ofSeconds(30));
        server = (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** As the shipped configuration has it. */
    private HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(5);
        config.setAutoCommit(false);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(1_000);
        return new HikariDataSource(config);
    }

    private void startUnit(HikariDataSource over) {
        pool = over;
        unit = new PersistenceUnit(registry.context(), Map.entry(Map.of("hikari.maximumPoolSize", "5"), pool));
        unit.addContribution(new PlatformEntities());
        unit.addContribution(parcels);
    }

    private long pack() {
        return registry.byDomain.get("parcel").call(em -> {
            Parcel parcel = new Parcel("P", Instant.EPOCH);
            em.persist(parcel);
            return parcel.id();
        });
    }

    @Test
    void waitsForADatabaseThatIsDownAndSurvivesItsRestart() throws Exception {
        startServer();
        String url = server.getJdbcUrl("postgres", "postgres");
        server.close();

        startUnit(pool(url));
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> registry.byDomain.isEmpty());
        assertThat(unit.generation()).isZero();
        assertThat(unit.database()).isEmpty();
        assertThat(unit.refused()).isEmpty();

        startServer();
        await().atMost(Duration.ofSeconds(20)).until(() -> registry.byDomain.containsKey("parcel"));
        pack();
        assertThat(unit.database()).isEqualTo("postgresql");

        server.close();
        assertThatThrownBy(this::pack).isInstanceOf(PersistenceException.class);
        EntityContribution guest = Guests.contribution("refused", Guests.Halfway.class);
        unit.addContribution(guest);
        // its script cannot run now, which is not its fault
        await().pollDelay(Duration.ofMillis(2_500)).until(() -> unit.refused().isEmpty() && !unit.domains().contains("refused"));

        startServer();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> pack() > 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> unit.domains().contains("refused"));
        assertThat(unit.refused()).isEmpty();
    }

    @Test
    void takesItsServicesBackAndBringsThemOverAnotherDatabase() throws Exception {
        startUnit(pool("jdbc:derby:memory:first;create=true"));
        await().until(() -> registry.byDomain.containsKey("parcel"));
        pack();
        Tx old = registry.byDomain.get("parcel");

        // as DS does when the DataSource service is replaced
        unit.close();
        pool.close();
        assertThat(registry.byDomain).isEmpty();
        assertThatThrownBy(() -> old.call(em -> null)).isInstanceOf(IllegalStateException.class);
        startUnit(pool("jdbc:derby:memory:second;create=true"));

        await().until(() -> registry.byDomain.containsKey("parcel"));
        assertThat(registry.byDomain.get("parcel").<Long>call(em -> em.createQuery("select count(p) from Parcel p", Long.class).getSingleResult())).isZero();
    }

    @Test
    void registersOneTxPerDomainWhileItServes() {
        startUnit(pool("jdbc:derby:memory:third;create=true"));
        await().until(() -> registry.byDomain.size() == 2);
        Tx parcel = registry.byDomain.get("parcel");

        EntityContribution guest = Guests.contribution("halfguest", Guests.Halfway.class);
        unit.addContribution(guest);
        await().until(() -> registry.byDomain.containsKey("halfguest"));
        assertThat(registry.byDomain.get("parcel")).isSameAs(parcel);

        unit.removeContribution(guest);
        assertThat(registry.byDomain).doesNotContainKey("halfguest");
        await().until(() -> !unit.domains().contains("halfguest"));
        pack();
    }

    @Test
    void namesAContributionThatCannotBeRead() {
        EntityContribution unwoven = Guests.contribution("unwoven", Guests.Unwoven.class);
        startUnit(pool("jdbc:derby:memory:fourth;create=true"));

        unit.addContribution(unwoven);
        assertThat(unit.refused()).containsOnlyKeys("unwoven");

        unit.removeContribution(unwoven);
        assertThat(unit.refused()).isEmpty();
    }
}
