package io.amphora.transfer.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.catalog.core.CatalogEntities;
import io.amphora.catalog.core.JpaProducts;
import io.amphora.common.Actor;
import io.amphora.customer.core.CustomerEntities;
import io.amphora.customer.core.JpaCustomers;
import io.amphora.order.core.HistoricOrdersService;
import io.amphora.order.core.OrderEntities;
import io.amphora.order.core.OrderUsage;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.core.run.Importers;
import io.amphora.transfer.core.store.ImportFiles;
import io.amphora.transfer.core.store.TransferEntities;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.io.TempDir;

/** A real file through the real domains into both databases: the tables say what is known of the file. */
@BothDatabases({TransferEntities.class, OrderEntities.class, CustomerEntities.class, CatalogEntities.class})
class RealDomainsTest {
    private static final Actor BY = Actor.system("test");

    @TempDir
    Path folder;

    private TestDatabase db;
    private JpaImports imports;
    private ImportJob job;
    private final FakeJobs jobs = new FakeJobs();

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        Importers importers = new Importers(new HistoricOrdersService(db.tx("order"), db.outbox()), new JpaProducts(db.tx("catalog"), db.outbox()),
                new JpaCustomers(db.tx("customer"), db.outbox(), Clock.systemUTC()), null, null);
        ImportFiles files = new ImportFiles(folder, Long.MAX_VALUE);
        imports = new JpaImports(db.tx("transfer"), db.outbox(), jobs, new FakeSettings(), files, importers, new Translations());
        HistoricOrdersService orders = new HistoricOrdersService(db.tx("order"), db.outbox());
        TakeBack takeBack = new TakeBack(db.tx("transfer"), orders, new JpaProducts(db.tx("catalog"), db.outbox()), new JpaCustomers(db.tx("customer"), db.outbox(), Clock.systemUTC()),
                List.of(new OrderUsage(db.tx("order"))));
        job = new ImportJob(db.tx("transfer"), db.outbox(), files, importers, takeBack, Clock.systemUTC());
    }

    @TestTemplate
    void importsTheLargeRetailFileToTheCentAndTakesItBack() throws Exception {
        Import i;
        try (InputStream body = Files.newInputStream(SampleData.file("sales/uci-online-retail/online_retail_2010-12_to_2011-08.csv.gz"))) {
            i = imports.upload(BY, ImportKind.ORDER_LINES, "retail.csv.gz", body);
        }

        imports.run(BY, i.id(), i.version());
        jobs.crashAt = 60;
        assertThat(jobs.run(job)).containsExactly("failed: crash");
        imports.run(BY, i.id(), imports.find(BY, i.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));

        Import done = imports.find(BY, i.id());
        assertThat(done.result().accepted()).isEqualTo(320_705);
        assertThat(done.result().amounts().get(0).total()).isEqualByComparingTo("5761931.382");
        assertThat(one("select sum(total) from orders")).isEqualByComparingTo("5761931.382");
        assertThat(one("select sum(amount) from order_line")).isEqualByComparingTo("5761931.382");
        assertThat(one("select count(*) from orders")).isEqualByComparingTo("16459");
        assertThat(one("select count(*) from orders where order_kind = 'CREDIT'")).isEqualByComparingTo("2554");
        assertThat(one("select count(*) from order_line")).isEqualByComparingTo("320705");
        assertThat(one("select count(*) from customer")).isEqualByComparingTo("3360");
        assertThat(one("select count(*) from product")).isEqualByComparingTo("3774");

        imports.undo(BY, i.id(), done.version());
        jobs.run(job);
        assertThat(imports.find(BY, i.id()).state()).isEqualTo(Import.State.UNDONE);
        assertThat(one("select count(*) from orders")).isZero();
        assertThat(one("select count(*) from product")).isZero();
        assertThat(one("select count(*) from product_word")).isZero();
        assertThat(one("select count(*) from customer")).isZero();
        assertThat(one("select count(*) from customer_address")).isZero();
    }

    private BigDecimal one(String sql) throws SQLException {
        try (Connection connection = db.dataSource().getConnection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }
}
