package io.amphora.transfer.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.run.Memory;
import io.amphora.transfer.core.store.ImportFiles;
import io.amphora.transfer.core.store.TransferEntities;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.io.TempDir;

@BothDatabases(TransferEntities.class)
class JpaImportsTest {
    private static final Actor BY = Actor.system("test");
    private static final PageRequest PAGE = PageRequest.first(100);
    private static final String HEADER = "Order No,Order Date,SKU,Qty,Unit Price,Customer ID\n";

    @TempDir
    Path folder;

    private final Memory memory = new Memory();
    private final FakeJobs jobs = new FakeJobs();
    private final FakeSettings settings = new FakeSettings();
    private JpaImports imports;
    private ImportJob job;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        ImportFiles files = new ImportFiles(folder, 1_000_000);
        imports = new JpaImports(db.tx("transfer"), db.outbox(), jobs, settings, files, memory.importers(), new Translations());
        TakeBack takeBack = new TakeBack(db.tx("transfer"), memory.historicOrders(), memory.productRemoval(), memory.customerRemoval(), List.of(memory.usage()));
        job = new ImportJob(db.tx("transfer"), db.outbox(), files, memory.importers(), takeBack, Clock.systemUTC());
    }

    @TestTemplate
    void checksRunsAndTakesBack() {
        Import uploaded = upload(HEADER + "A1,2024-01-31,S1,2,1.50,7\nC2,2024-01-31,S1,-1,1.50,7\nA3,nonsense,S1,1,1,7\n");
        assertThat(uploaded.mapping()).containsEntry("orderNumber", "Order No").containsEntry("quantity", "Qty");
        assertThat(uploaded.blocked()).isFalse();

        imports.dryRun(BY, uploaded.id(), uploaded.version());
        jobs.run(job);
        Import checked = imports.find(BY, uploaded.id());
        assertThat(checked.state()).isEqualTo(Import.State.CHECKED);
        assertThat(checked.check()).satisfies(c -> {
            assertThat(List.of(c.lines(), c.accepted(), c.rejected())).containsExactly(3L, 2L, 1L);
            assertThat(c.amounts().get(0).total()).isEqualByComparingTo("1.5");
            assertThat(c.effect("credit").created()).isEqualTo(1);
        });
        assertThat(memory.orders).isEmpty();

        imports.run(BY, checked.id(), checked.version());
        jobs.run(job);
        Import done = imports.find(BY, uploaded.id());
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.result()).usingRecursiveComparison().ignoringFields("at", "millis").isEqualTo(checked.check());
        assertThat(memory.orders).hasSize(2);

        imports.undo(BY, done.id(), done.version());
        jobs.run(job);
        assertThat(imports.find(BY, uploaded.id())).satisfies(i -> {
            assertThat(i.state()).isEqualTo(Import.State.UNDONE);
            assertThat(i.result()).isNull();
            assertThat(i.findings()).isEmpty();
        });
        assertThat(memory.orders).isEmpty();
        assertThat(memory.products).isEmpty();
        assertThat(memory.customers).isEmpty();
        assertThat(db.events()).filteredOn(e -> e.topic().equals("transfer.changed")).hasSizeGreaterThan(5)
                .allSatisfy(e -> assertThat(e.payload()).startsWith("{\"by\":\"system:").contains("\"file\":\"orders.csv\""));
    }

    @TestTemplate
    void mendsRejectedRowsBeforeAndAfterTheRun() {
        Import i = upload(HEADER + "A1,2024-01-31,S1,2,1.50,7\nA2,2024-01-31,S1,two,1,7\nA3,2024-31-31,S1,1,x,7\n");
        imports.dryRun(BY, i.id(), i.version());
        jobs.run(job);
        List<RejectedRow> rows = imports.rejected(BY, i.id(), PAGE).items();
        assertThat(rows).extracting(RejectedRow::row).containsExactly(3L, 4L);
        assertThat(rows.get(1).problems()).extracting(p -> p.field()).containsExactly("unitPrice", "orderDate");
        assertThat(rows.get(0).line()).isEqualTo("A2,2024-01-31,S1,two,1,7");

        RejectedRow fixed = imports.fix(BY, i.id(), rows.get(0).id(), rows.get(0).version(), List.of("A2", "2024-01-31", "S1", "2", "1", "7"));
        assertThat(fixed.state()).isEqualTo(RejectedRow.State.FIXED);
        run(i);
        assertThat(memory.orders).containsOnlyKeys("import\nA1", "import\nA2");
        assertThat(imports.rejected(BY, i.id(), PAGE).items()).extracting(RejectedRow::state).containsExactly(RejectedRow.State.IMPORTED, RejectedRow.State.OPEN);

        RejectedRow last = imports.rejected(BY, i.id(), PAGE).items().get(1);
        RejectedRow half = imports.fix(BY, i.id(), last.id(), last.version(), List.of("A3", "2024-01-31", "S1", "1", "x", "7"));
        assertThat(half.problems()).extracting(p -> p.field()).containsExactly("unitPrice");
        imports.fix(BY, i.id(), half.id(), half.version(), List.of("A3", "2024-01-31", "S1", "1", "9", "7"));
        Import before = imports.find(BY, i.id());
        imports.retry(BY, i.id(), before.version());
        jobs.run(job);

        assertThat(imports.find(BY, i.id()).result()).satisfies(r -> {
            assertThat(List.of(r.lines(), r.accepted(), r.rejected(), r.kept())).containsExactly(3L, 3L, 0L, 2L);
            assertThat(r.effect("order").created()).isEqualTo(3);
            assertThat(r.amounts().get(0).total()).isEqualByComparingTo("14");
        });
        assertThat(memory.orders).hasSize(3);
        assertThatThrownBy(() -> imports.fix(BY, i.id(), half.id(), half.version(), List.of("x"))).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void leavesWhatIsNamedOrChangedSinceWhenTakenBackAndSaysWhy() {
        Import i = upload(HEADER + "A1,2024-01-31,S1,2,1.50,7\nA2,2024-01-31,S2,2,1.50,8\nA3,2024-01-31,S3,2,1.50,9\n");
        run(i);
        memory.named.add("S1");
        memory.named.add(String.valueOf(memory.customers.get("8").id()));
        memory.changed.add("S2");
        memory.orderStays.put("payments", List.of("A9"));

        imports.undo(BY, i.id(), imports.find(BY, i.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));

        assertThat(memory.products).containsOnlyKeys("S1", "S2");
        assertThat(memory.customers).containsOnlyKeys("8");
        assertThat(imports.find(BY, i.id()).findings()).extracting(f -> f.problem().code())
                .containsExactlyInAnyOrder("transfer.stays.order.elsewhere", "transfer.stays.product.orders", "transfer.stays.product.changed", "transfer.stays.customer.orders");
        run(i);
        assertThat(memory.products).hasSize(3);
    }

    @TestTemplate
    void countsWhyRowsStayOutAndLeadsToThem() {
        Import i = upload(HEADER + "A1,2024-01-31,S1,two,1.50,7\nA2,nonsense,S2,x,1.50,8\nA3,2024-01-31,S3,2,1.50,9\nTotal,,,,6.00,\n");
        imports.dryRun(BY, i.id(), i.version());
        jobs.run(job);

        Outcome check = imports.find(BY, i.id()).check();
        assertThat(List.of(check.accepted(), check.rejected(), check.skipped())).containsExactly(1L, 2L, 1L);
        assertThat(check.reasons()).extracting(r -> r.example().field() + " " + r.example().code() + " " + r.rows() + " " + r.row())
                .containsExactly("quantity transfer.number 2 2", "orderDate transfer.date 1 3", " transfer.totals 1 5");
        assertThat(imports.rejected(BY, i.id(), "orderDate", "transfer.date", PAGE).items()).extracting(RejectedRow::row).containsExactly(3L);
        assertThat(imports.rejected(BY, i.id(), "", "transfer.totals", PAGE).items()).extracting(RejectedRow::row).containsExactly(5L);
        assertThat(imports.rejected(BY, i.id(), "%", "no\"ne", PAGE).items()).isEmpty();
    }

    @TestTemplate
    void goesOnAfterACrashWithoutDuplicates() {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 3_000; n++) {
            rows.append("N").append(n).append(",2024-01-31,S").append(n % 9).append(n % 100 == 7 ? ",x" : ",1").append(",2,").append(n % 30).append("\n");
        }
        Import i = upload(HEADER + rows);

        int runs = 0;
        Import at = i;
        do {
            imports.run(BY, i.id(), at.version());
            jobs.crashAt = 9 + 2 * runs;
            jobs.run(job);
            at = imports.find(BY, i.id());
            runs++;
        } while (at.state() == Import.State.FAILED && runs < 30);

        assertThat(runs).isGreaterThan(2);
        assertThat(at.result()).satisfies(r -> {
            assertThat(List.of(r.lines(), r.accepted(), r.rejected(), r.kept())).containsExactly(3_000L, 2_970L, 30L, 30L);
            assertThat(r.effect("customer").created() + r.effect("customer").unchanged()).isEqualTo(30);
        });
        assertThat(memory.orders).hasSize(2_970).allSatisfy((k, o) -> assertThat(o.lines()).hasSize(1));
    }

    @TestTemplate
    void keepsWhatIsWrittenWhenCancelledAndRefusesOtherSettingsThen() {
        Import i = upload(HEADER + "A1,2024-01-31,S1,2,1.50,7\n");
        imports.run(BY, i.id(), i.version());
        Import cancelled = imports.cancel(BY, i.id());
        assertThat(cancelled.state()).isEqualTo(Import.State.CANCELLED);

        jobs.cancelAtFirst = true;
        imports.dryRun(BY, i.id(), cancelled.version());
        jobs.run(job);
        assertThat(imports.find(BY, i.id()).state()).isEqualTo(Import.State.READY);
        jobs.cancelAtFirst = false;

        run(i);
        Import done = imports.find(BY, i.id());
        assertThatThrownBy(() -> imports.adjust(BY, i.id(), done.version(), ImportKind.PRODUCTS, null, null, null)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> imports.run(BY, i.id(), done.version())).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> imports.run(BY, i.id(), done.version() + 1)).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void takesCorrectionsAndRemembersThemForTheSameHeader() {
        Import i = upload("Nr;Wann;Was;Menge;Kosten\nA1;01.02.2024;S1;2;1,50\n");
        assertThat(i.blocked()).isTrue();
        assertThat(i.findings()).extracting(f -> f.problem().field()).contains("mapping.orderNumber", "mapping.orderDate", "mapping.unitPrice");
        assertThatThrownBy(() -> imports.run(BY, i.id(), i.version())).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("orderNumber").hasMessageContaining("orderDate");
        Map<String, String> mapping = Map.of("orderNumber", "Nr", "orderDate", "Wann", "sku", "Was", "quantity", "Menge", "unitPrice", "Kosten");

        Import adjusted = imports.adjust(BY, i.id(), i.version(), null, null, mapping, new ImportOptions("laden", "CHF", null, "Europe/Zurich", null, List.of()));

        assertThat(adjusted.blocked()).isFalse();
        assertThat(adjusted.format().decimalComma()).isTrue();
        Import dmy = imports.adjust(BY, i.id(), adjusted.version(), null, new FileFormat("UTF-8", ";", "\"", 0, FileFormat.DateOrder.DMY, true), null, null);
        run(dmy);
        assertThat(memory.orders.get("laden\nA1").placedAt()).isEqualTo("2024-01-31T23:00:00Z");
        assertThat(upload("NR;wann;Was;Menge;Kosten\nA1;13.02.2024;S1;2;1,50\n")).satisfies(next -> {
            assertThat(next.blocked()).as("columns are called a little differently").isFalse();
            assertThat(next.mapping()).containsEntry("orderNumber", "NR").containsEntry("orderDate", "wann");
        });
        assertThat(upload("Nr;Wann;Was;Menge;Kosten\nA9;13.02.2024;S1;2;1,50\n")).satisfies(next -> {
            assertThat(next.mapping()).isEqualTo(mapping);
            assertThat(next.options().source()).isEqualTo("laden");
            assertThat(next.format().dates()).isEqualTo(FileFormat.DateOrder.DMY);
        });
    }

    @TestTemplate
    void namesAllThatIsWrongWithACorrection() {
        Import i = upload(HEADER + "A1,2024-01-31,S1,2,1.50,7\n");

        assertThatThrownBy(() -> imports.adjust(BY, i.id(), i.version(), null, new FileFormat("no such", ",,", "", -1, null, false), null,
                new ImportOptions("", "XX", null, "Mars", null, List.of()))).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(p -> p.field())
                .contains("format.charset", "format.delimiter", "format.quote", "format.skip", "format.dates", "options.source", "options.currency", "options.zone"));
        assertThatThrownBy(() -> imports.adjust(BY, i.id(), i.version(), null, null, Map.of("nothing", "Qty", "sku", "none"), null)).hasMessageContaining("nothing").hasMessageContaining("none");
    }

    @TestTemplate
    void saysWhatFileItCannotRead() {
        assertThatThrownBy(() -> upload("")).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> upload("x".repeat(1_000_001))).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("larger");
        assertThatThrownBy(() -> imports.upload(BY, ImportKind.STOCK, "x.xlsx", new ByteArrayInputStream(new byte[] {'P', 'K', 3, 4, 0, 0}))).hasMessageContaining("workbook");
        assertThat(folder).isEmptyDirectory();
        assertThat(upload("a,b\n").findings()).anySatisfy(f -> assertThat(f.problem().code()).isEqualTo("transfer.no-rows"));
        assertThat(upload("Customer No,Company,Email\n1,Acme,a@b.example\n").findings()).anySatisfy(f -> {
            assertThat(f.problem().code()).isEqualTo("transfer.other-kind");
            assertThat(f.problem().args()).containsExactly("customers", "order-lines");
        });
    }

    @TestTemplate
    void readsChineseInGbk() {
        byte[] gbk = "商品编码,商品名称,售价\nP1,螺母,1.50\n".getBytes(Charset.forName("GBK"));
        Import i = imports.upload(BY, ImportKind.PRODUCTS, "商品.csv", new ByteArrayInputStream(gbk));

        run(i);

        assertThat(memory.products.get("P1").name()).isEqualTo("螺母");
    }

    @TestTemplate
    void writesRejectedRowsThatAreSafeInASpreadsheet() {
        Import i = upload(HEADER + "=1+1,2024-01-31,@SUM(A1),x,1,7\n");
        imports.dryRun(BY, i.id(), i.version());
        jobs.run(job);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        imports.writeRejected(BY, i.id(), Locale.ENGLISH, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFline,problems,Order No").contains("'=1+1").contains("'@SUM(A1)").contains("\"\"x\"\" is not a number");
    }

    @TestTemplate
    void letsOnlyThoseImportWhoMayEditWhatIsImported() {
        Actor clerk = new Actor("clerk", "Clerk", Set.of("transfer.import", "customer.read"));
        Import i = imports.upload(clerk, ImportKind.ORDER_LINES, "x.csv", new ByteArrayInputStream((HEADER + "A1,2024-01-31,S1,2,1.50,7\n").getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> imports.run(clerk, i.id(), i.version())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> imports.list(new Actor("x", "X", Set.of()), PAGE)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(imports.dryRun(clerk, i.id(), i.version()).state()).isEqualTo(Import.State.CHECKING);
    }

    @TestTemplate
    void forgetsAnImportAndItsFile() {
        Import i = upload(HEADER + "A1,2024-01-31,S1,2,1.50,7\n");
        assertThat(imports.preview(BY, i.id()).rows()).hasSize(1);
        assertThat(imports.list(BY, PAGE).items()).extracting(Import::id).containsExactly(i.id());

        imports.delete(BY, i.id(), i.version());

        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> imports.find(BY, i.id())).isInstanceOf(AmphoraException.NotFound.class);
    }

    private Import upload(String text) {
        return imports.upload(BY, ImportKind.ORDER_LINES, "orders.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void run(Import i) {
        imports.run(BY, i.id(), imports.find(BY, i.id()).version());
        assertThat(jobs.run(job)).noneMatch(r -> r.startsWith("failed"));
    }
}
