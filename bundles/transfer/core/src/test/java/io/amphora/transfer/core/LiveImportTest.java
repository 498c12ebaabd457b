package io.amphora.transfer.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.catalog.core.CatalogEntities;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.core.InboxWorker;
import io.amphora.channel.core.store.ChannelEntities;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.customer.core.CustomerEntities;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.core.OrderEntities;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.api.Replays;
import io.amphora.transfer.core.replay.House;
import io.amphora.transfer.core.run.Importers;
import io.amphora.transfer.core.store.ImportFiles;
import io.amphora.transfer.core.store.TransferEntities;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.io.TempDir;

/** Live orders through the real domains: what a dry run says is what the run does. */
@BothDatabases({TransferEntities.class, OrderEntities.class, CustomerEntities.class, CatalogEntities.class, InventoryEntities.class, PaymentEntities.class, ChannelEntities.class})
class LiveImportTest {
    private static final Actor BY = Actor.system("test");
    private static final PageRequest PAGE = PageRequest.first(100);
    /** Every way to fail, and stock that runs short because of orders before in the same file. */
    private static final String FILE = "order number,sku,quantity,unit price,customer number,customer name,email,city,order total\n"
            + "L-1,TEA,6,10,K1,,,,60\n"
            + "L-2,TEA,6,10,K1,,,,\n"
            + "L-3,TEA,2,10,,Ada,ada@example.com,Leeds,\n"
            + "L-3,BOX,1,5,,Ada,ada@example.com,Leeds,\n"
            + "L-4,NOPE,1,10,K404,,,,\n"
            + "L-4,TEA,0,10,K404,,,,\n"
            + "L-5,TEA,1,10,K1,,,,11\n"
            + "L-6,TEA,2,10,,,ada@example.com,,\n"
            + "L-7,TEA,many,10,K1,,,,\n"
            + "L-8,BOX,1,5,,,,York,\n"
            + "L-9,TEA,1,10,K1,,,,\n";

    @TempDir
    Path folder;

    private final FakeJobs jobs = new FakeJobs();
    private House house;
    private JpaImports imports;
    private ImportJob job;

    @BeforeEach
    void setUp(TestDatabase db) throws ReflectiveOperationException {
        db.clear();
        house = new House(db);
        Importers importers = house.get(Importers.class);
        put(importers, "inbox", house.get(Inbox.class));
        put(importers, "replays", house.get(Replays.class));
        ImportFiles files = new ImportFiles(folder, Long.MAX_VALUE);
        imports = new JpaImports(db.tx("transfer"), db.outbox(), jobs, new FakeSettings(), files, importers, new Translations());
        job = new ImportJob(db.tx("transfer"), db.outbox(), files, importers, null, Clock.systemUTC());
        house.get(Locations.class).create(BY, "MAIN", "Main", null, 1);
        house.get(Products.class).saveAll(BY, List.of(new ProductData("TEA", "Tea", "pcs", Money.of("10", "EUR"), null, true, true), new ProductData("BOX", "Box", "pcs", Money.of("5", "EUR"), null, true, true)));
        house.get(Customers.class).saveAll(BY, List.of(new CustomerData("K1", "Kay", null, null, "France", false, null, List.of())));
        long main = house.get(Locations.class).active().get(0).id();
        house.get(Stock.class).receive(BY, "TEA", main, BigDecimal.TEN, null);
        house.get(Stock.class).receive(BY, "BOX", main, BigDecimal.TEN, null);
    }

    private static void put(Importers importers, String field, Object service) throws ReflectiveOperationException {
        Field f = Importers.class.getDeclaredField(field);
        f.setAccessible(true);
        f.set(importers, service);
    }

    @AfterEach
    void stop() throws ReflectiveOperationException {
        Method stop = InboxWorker.class.getDeclaredMethod("stop");
        stop.setAccessible(true);
        stop.invoke(house.get(InboxWorker.class));
    }

    private Import upload(String text) {
        Import i = imports.upload(BY, ImportKind.ORDER_LINES, "live.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        ImportOptions o = i.options();
        return imports.adjust(BY, i.id(), i.version(), null, null, null, new ImportOptions("shop", "EUR", o.country(), o.zone(), o.location(), o.services(), true));
    }

    private Import dryRun(Import i) {
        imports.dryRun(BY, i.id(), imports.find(BY, i.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));
        return imports.find(BY, i.id());
    }

    private Import run(Import i) {
        imports.run(BY, i.id(), imports.find(BY, i.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));
        return imports.find(BY, i.id());
    }

    private List<String> rows(Import i) {
        return imports.rejected(BY, i.id(), PAGE).items().stream().map(r -> r.row() + " " + r.state() + r.problems().stream().map(p -> " " + p.field() + ":" + p.code()).sorted().toList()).toList();
    }

    private static Outcome timeless(Outcome o) {
        return new Outcome(o.lines(), o.accepted(), o.rejected(), o.skipped(), o.kept(), o.effects(), o.amounts(), o.examples(), o.from(), o.to(), Instant.EPOCH, 0, o.reasons());
    }

    @TestTemplate
    void runDoesWhatTheDryRunSays() {
        Import checked = dryRun(upload(FILE));
        List<String> foreseen = rows(checked);

        assertThat(foreseen).containsExactly("3 INBOX[ quantity:stock.short]", "6 INBOX[ customerNumber:inbox.customer-unknown,  sku:order.product-unknown]", "7 INBOX[ quantity:not-positive]",
                "8 INBOX[ orderTotal:inbox.total]", "10 OPEN[ quantity:transfer.number]", "11 INBOX[ customerName:inbox.nobody]", "12 INBOX[ quantity:stock.short]");
        assertThat(checked.check().effect("order").created()).as("L-1, L-3, and L-6, which takes the last").isEqualTo(3);
        assertThat(checked.check().effect("waiting-order").created()).as("L-2, L-4, L-5, L-8, L-9").isEqualTo(5);
        assertThat(house.get(Inbox.class).list(BY, null, null, PAGE).items()).as("a dry run takes nothing in").isEmpty();

        Import done = run(checked);
        assertThat(timeless(done.result())).isEqualTo(timeless(checked.check()));
        assertThatThrownBy(() -> imports.undo(BY, done.id(), done.version())).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("cancel them");
        assertThat(rows(done)).isEqualTo(foreseen);
    }

    @TestTemplate
    void anOrderGoesInWholeOrNotAtAll() {
        Import checked = dryRun(upload("order number,sku,quantity,unit price,customer number\nH-1,TEA,1,10,K1\nH-1,BOX,abc,5,K1\nH-2,TEA,1,10,K1\n"));
        assertThat(rows(checked)).containsExactly("2 OPEN[ :transfer.incomplete]", "3 OPEN[ quantity:transfer.number]");
        assertThat(checked.check().effect("order").created()).isEqualTo(1);

        Import done = run(checked);
        assertThat(timeless(done.result())).isEqualTo(timeless(checked.check()));
        RejectedRow bad = imports.rejected(BY, done.id(), PAGE).items().get(1);
        imports.fix(BY, done.id(), bad.id(), bad.version(), List.of("H-1", "BOX", "3", "5", "K1"));
        imports.retry(BY, done.id(), imports.find(BY, done.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));
        Import again = imports.find(BY, done.id());
        assertThat(rows(again)).containsExactly("2 IMPORTED[]", "3 IMPORTED[]");
        assertThat(again.result().effect("order").created()).isEqualTo(2);
    }

    @TestTemplate
    void whatWouldWaitIsMendedBeforeTheRunAndWhatWaitsInTheInbox() {
        Import checked = dryRun(upload("order number,sku,quantity,unit price,customer number\nM-1,NOPE,1,10,K1\nM-2,NOPE,1,10,K1\n"));
        RejectedRow first = imports.rejected(BY, checked.id(), PAGE).items().get(0);
        imports.fix(BY, checked.id(), first.id(), first.version(), List.of("M-1", "TEA", "1", "10", "K1"));

        Import done = run(dryRun(checked));
        assertThat(done.result().effect("order").created()).isEqualTo(1);
        assertThat(rows(done)).containsExactly("2 IMPORTED[]", "3 INBOX[ sku:order.product-unknown]");
        RejectedRow second = imports.rejected(BY, done.id(), PAGE).items().get(1);
        assertThatThrownBy(() -> imports.fix(BY, done.id(), second.id(), second.version(), second.cells())).isInstanceOf(AmphoraException.Refused.class)
                .satisfies(e -> assertThat(((AmphoraException) e).problems()).extracting(Problem::code).containsExactly("transfer.row-in-inbox"));
        assertThat(house.get(Inbox.class).list(BY, Inbox.State.FAILED, null, PAGE).items()).hasSize(1);

        Import again = dryRun(upload("order number,sku,quantity,unit price,customer number\nM-1,TEA,1,10,K1\nM-2,TEA,1,10,K1\n"));
        assertThat(again.check().skipped()).as("both are in the inbox already, also the one that waits").isEqualTo(2);
        assertThat(again.check().effect("order").unchanged()).isEqualTo(2);
    }

    @TestTemplate
    void rowsThatStayedAreMendedAndGoInAfterwards() {
        Import done = run(upload("order number,sku,quantity,unit price,customer number\nR-1,TEA,many,10,K1\nR-2,TEA,few,10,K1\nR-3,TEA,1,10,K1\n"));
        List<RejectedRow> rows = imports.rejected(BY, done.id(), PAGE).items();
        imports.fix(BY, done.id(), rows.get(0).id(), rows.get(0).version(), List.of("R-1", "TEA", "2", "10", "K1"));
        imports.fix(BY, done.id(), rows.get(1).id(), rows.get(1).version(), List.of("R-2", "NOPE", "2", "10", "K1"));

        imports.retry(BY, done.id(), imports.find(BY, done.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));

        Outcome after = imports.find(BY, done.id()).result();
        assertThat(List.of(after.lines(), after.accepted(), after.rejected())).containsExactly(3L, 3L, 0L);
        assertThat(after.effect("order").created()).isEqualTo(2);
        assertThat(after.effect("waiting-order").created()).isEqualTo(1);
        assertThat(rows(done)).containsExactly("2 IMPORTED[]", "3 INBOX[ sku:order.product-unknown]");
        assertThat(after.reasons()).extracting(r -> r.example().code()).containsExactly("order.product-unknown");
    }

    @TestTemplate
    void aRunThatDiedGoesOnAndMissesNothing() {
        StringBuilder file = new StringBuilder("order number,sku,quantity,unit price,customer number\n");
        for (int i = 0; i < 250; i++) {
            file.append("D-").append(i).append(',').append(i % 50 == 0 ? "NOPE" : "FREE").append(",1,10,K1\n");
        }
        house.get(Products.class).saveAll(BY, List.of(new ProductData("FREE", "Free", "pcs", Money.of("10", "EUR"), null, true, false)));
        Import i = upload(file.toString());
        imports.run(BY, i.id(), i.version());
        jobs.crashAt = 2;
        assertThat(jobs.run(job)).containsExactly("failed: crash");
        jobs.crashAt = Integer.MAX_VALUE;

        Outcome all = run(i).result();
        assertThat(List.of(all.lines(), all.accepted(), all.skipped())).containsExactly(250L, 250L, 0L);
        assertThat(List.of(all.effect("order").created(), all.effect("waiting-order").created())).containsExactly(245L, 5L);
        assertThat(house.get(Inbox.class).list(BY, Inbox.State.FAILED, null, PAGE).items()).hasSize(5);
    }

    private Import again(String text) {
        Import i = imports.upload(BY, ImportKind.ORDER_LINES, "again.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        ImportOptions o = i.options();
        return imports.adjust(BY, i.id(), i.version(), null, null, null, new ImportOptions("old", "EUR", o.country(), "UTC", null, o.services(), true, true));
    }

    @TestTemplate
    void ordersLiveAgainOnTheirOwnDatesAsAJobThatGoesOn() throws ReflectiveOperationException {
        house.presentReplays();
        StringBuilder file = new StringBuilder("order number,order date,shipped at,delivered at,cancelled at,sku,quantity,unit price,order total,customer number,street,city,country\n");
        String where = ",K1,1 Rue,Paris,France\n";
        file.append("O-1,2024-01-02,2024-01-03,2024-01-05,,TEA,2,10,20").append(where);
        file.append("O-2,2024-01-02,2024-01-03,,,TEA,1,10,10").append(where);
        file.append("O-3,2024-01-02,,,2024-01-04,TEA,1,10,10").append(where);
        file.append("O-4,2024-01-02,2024-01-03,2024-01-05,,NOPE,1,10,10,K404,1 Rue,Paris,France\n");
        file.append("O-5,2024-01-02,2024-01-03,2024-01-05,,TEA,1,10,12").append(where);
        for (int i = 10; i < 120; i++) {
            file.append("O-").append(i).append(",2024-01-02,2024-01-03,2024-01-05,,TEA,1,10,10").append(where);
        }
        Import checked = dryRun(again(file.toString()));
        assertThat(List.of(checked.check().accepted(), checked.check().rejected(), checked.check().effect("order").created())).containsExactly(114L, 1L, 114L);
        assertThat(rows(checked)).containsExactly("5 OPEN[ customerNumber:transfer.replay-customer,  sku:order.product-unknown]");

        imports.run(BY, checked.id(), checked.version());
        jobs.crashAt = 2;
        assertThat(jobs.run(job)).containsExactly("failed: crash");
        jobs.crashAt = Integer.MAX_VALUE;
        Import done = run(checked);

        assertThat(List.of(done.result().accepted(), done.result().rejected(), done.result().skipped())).containsExactly(114L, 1L, 0L);
        assertThat(done.result().effect("review-order").created()).as("its total does not add up").isEqualTo(1);
        assertThat(done.result().effect("order").created()).isEqualTo(113);
        List<OrderRow> orders = house.get(OrderQueries.class).list(BY, new OrderFilter(null, null, "replay:old", null, null, null, null, null, null), PageRequest.first(200)).items();
        assertThat(orders.stream().collect(Collectors.groupingBy(OrderRow::status, Collectors.counting()))).isEqualTo(Map.of(OrderStatus.COMPLETED, 111L, OrderStatus.SHIPPED, 1L, OrderStatus.CANCELLED, 1L,
                OrderStatus.IN_REVIEW, 1L));
        assertThat(orders).extracting(OrderRow::at).containsOnly(Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(dryRun(again(file.toString())).check().skipped()).as("what is there is left out").isEqualTo(114);
        assertThatThrownBy(() -> imports.undo(BY, done.id(), done.version())).isInstanceOf(AmphoraException.Refused.class);
    }
}
