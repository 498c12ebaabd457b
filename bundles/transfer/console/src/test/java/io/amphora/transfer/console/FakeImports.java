package io.amphora.transfer.console;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.api.RejectedRow;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One import in memory. */
final class FakeImports implements Imports {
    final List<String> asked = new ArrayList<>();
    Import.State state = Import.State.READY;
    boolean blocked;
    Map<String, String> mapping = Map.of("orderNumber", "No", "quantity", "Qty");
    RejectedRow row = new RejectedRow(5, 7, RejectedRow.State.OPEN, List.of("A1", "two"), "A1,two", List.of(Problem.of("quantity", "transfer.number", "\"{0}\" is not a number", "two")), 1);

    private Import now() {
        Outcome outcome = new Outcome(3, 2, 1, 0, 1, List.of(new Outcome.Effect("order", 2, 0, 0)), List.of(new Outcome.Amount("GBP", new BigDecimal("12.345"))),
                List.of(new Outcome.Change("product", "P1", "name", "Old", "New")), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 10, List.of(new Outcome.Reason(row.problems().get(0), 1, 7)));
        List<Import.Finding> findings = blocked ? List.of(new Import.Finding(Problem.of("mapping.orderDate", "transfer.unmapped", "no column is chosen for {0}", "orderDate"), true)) : List.of();
        return new Import(1, ImportKind.ORDER_LINES, "orders.csv", 2048, state, new FileFormat("UTF-8", ",", "\"", 0, FileFormat.DateOrder.YMD, false), mapping,
                new ImportOptions("import", "EUR", null, "UTC", null, List.of("POST")), findings, state == Import.State.CHECKED ? outcome : null, state == Import.State.DONE ? outcome : null, null,
                Import.Progress.NONE, "mona", Instant.EPOCH, Instant.EPOCH, 4);
    }

    private Import asked(String what) {
        asked.add(what);
        return now();
    }

    @Override
    public Import upload(Actor by, ImportKind kind, String fileName, InputStream body) {
        return asked("upload");
    }

    @Override
    public Import adjust(Actor by, long id, long version, ImportKind kind, FileFormat format, Map<String, String> chosen, ImportOptions options) {
        mapping = chosen;
        return asked("adjust " + version + " " + (format == null ? "" : format.dates()) + new java.util.TreeMap<>(chosen) + options.currency());
    }

    @Override
    public Import find(Actor by, long id) {
        return now();
    }

    @Override
    public Page<Import> list(Actor by, PageRequest page) {
        return new Page<>(List.of(now()), null);
    }

    @Override
    public Preview preview(Actor by, long id) {
        return new Preview(List.of(new Preview.Column("No", List.of("A1")), new Preview.Column("Qty", List.of("2", "3"))), List.of(List.of("A1", "2")));
    }

    @Override
    public List<ImportField> fields(ImportKind kind) {
        return List.of(new ImportField("orderNumber", ImportField.Type.TEXT, true), new ImportField("quantity", ImportField.Type.NUMBER, false), new ImportField("sku", ImportField.Type.TEXT, false));
    }

    @Override
    public Import dryRun(Actor by, long id, long version) {
        state = Import.State.CHECKED;
        return asked("dry-run " + version);
    }

    @Override
    public Import run(Actor by, long id, long version) {
        state = Import.State.DONE;
        return asked("run " + version);
    }

    @Override
    public Import cancel(Actor by, long id) {
        return asked("cancel");
    }

    @Override
    public Page<RejectedRow> rejected(Actor by, long id, String field, String code, PageRequest page) {
        if (code != null) {
            asked.add("rows " + field + " " + code);
        }
        return new Page<>(List.of(row), null);
    }

    @Override
    public RejectedRow fix(Actor by, long id, long rowId, long version, List<String> cells) {
        asked.add("fix " + rowId + " " + version + cells);
        List<Problem> left = cells.contains("two") ? row.problems() : List.of();
        row = new RejectedRow(5, 7, left.isEmpty() ? RejectedRow.State.FIXED : RejectedRow.State.OPEN, cells, String.join(",", cells), left, version + 1);
        return row;
    }

    @Override
    public Import retry(Actor by, long id, long version) {
        return asked("retry");
    }

    @Override
    public void writeRejected(Actor by, long id, Locale locale, OutputStream out) {
        asked.add("csv");
    }

    @Override
    public Import undo(Actor by, long id, long version) {
        state = Import.State.UNDONE;
        return asked("undo");
    }

    @Override
    public void delete(Actor by, long id, long version) {
        asked.add("delete");
    }
}
