package io.amphora.transfer.core;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.SpreadsheetText;
import io.amphora.platform.api.Tx;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.run.Importers;
import io.amphora.transfer.core.run.Plan;
import io.amphora.transfer.core.store.ImportEntity;
import io.amphora.transfer.core.store.ImportFiles;
import io.amphora.transfer.core.store.Reading;
import io.amphora.transfer.core.store.RowEntity;
import io.amphora.transfer.core.store.Rows;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Looking at rejected rows and mending them. */
final class RowDesk {
    private static final int PAGE = 500;
    private static final int LONGEST = 32_000;

    private final ImportFiles files;
    private final Importers importers;
    private final ImportView view;
    private final Translations translations;

    RowDesk(ImportFiles files, Importers importers, ImportView view, Translations translations) {
        this.files = files;
        this.importers = importers;
        this.view = view;
        this.translations = translations;
    }

    List<RejectedRow> page(EntityManager em, long id, String field, String code, PageRequest page) {
        FileFormat format = Entities.find(em, id).reading().format();
        return Rows.page(em, id, field, code, page.afterNumber(), page.size() + 1).stream().map(r -> row(r, format)).toList();
    }

    private static RejectedRow row(RowEntity r, FileFormat format) {
        List<String> cells = r.cells();
        return new RejectedRow(r.id(), r.line(), r.state(), cells, line(cells, format), r.problems(), r.version());
    }

    private static String line(List<String> cells, FileFormat format) {
        String q = format.quote();
        return cells.stream().map(c -> c.contains(format.delimiter()) || c.contains(q) || c.contains("\n") || c.contains("\r") ? q + c.replace(q, q + q) + q : c)
                .collect(Collectors.joining(format.delimiter()));
    }

    RejectedRow fix(EntityManager em, Actor by, long id, long rowId, long version, List<String> cells) {
        ImportEntity entity = Entities.find(em, id);
        view.require(entity, EnumSet.complementOf(EnumSet.of(Import.State.CHECKING, Import.State.RUNNING)));
        RowEntity row = em.find(RowEntity.class, rowId);
        if (row == null || row.importId() != id) {
            throw new AmphoraException.NotFound("row", rowId);
        }
        if (row.version() != version) {
            throw new AmphoraException.Stale("row", rowId, version, row.version());
        }
        if (row.state() == RejectedRow.State.IMPORTED || row.state() == RejectedRow.State.SKIPPED) {
            throw new AmphoraException.Refused(Problem.of("", "transfer.row-done", "line {0} needs no mending", row.line()));
        }
        if (row.state() == RejectedRow.State.INBOX && entity.figures() != null) {
            throw new AmphoraException.Refused(Problem.of("", "transfer.row-in-inbox", "the order of line {0} is in the inbox: mend it there", row.line()));
        }
        Reading reading = entity.reading();
        List<String> header = header(entity);
        check(cells, header);
        Plan plan = new Plan(by, id, entity.kind(), reading.format(), reading.mapping(), reading.options());
        row.mend(cells, importers.of(plan).problems(header, new Row(row.line(), cells)));
        em.flush();
        return row(row, reading.format());
    }

    private List<String> header(ImportEntity entity) {
        try (CsvRows csv = CsvRows.of(files.find(entity.storedAs()), entity.reading().format())) {
            return csv.header();
        }
    }

    private static void check(List<String> cells, List<String> header) {
        if (cells == null || cells.isEmpty() || cells.size() > header.size()) {
            throw new AmphoraException.Invalid(Problem.of("cells", "transfer.cells", "must be as many as the header has columns: {0}", header.size()));
        }
        if (cells.stream().mapToInt(String::length).sum() > LONGEST / 2) {
            throw new AmphoraException.Invalid(Problem.of("cells", "too-long", "has {0} characters, at most {1} are allowed", cells.stream().mapToInt(String::length).sum(), LONGEST / 2));
        }
    }

    /** All listed rows as CSV, page by page: no transaction is open while the receiver takes its time. */
    void write(Tx tx, long id, Locale locale, OutputStream out) {
        List<String> header = header(tx.call(em -> Entities.find(em, id)));
        try {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().build(text);
            List<String> titles = new ArrayList<>(List.of(translations.text("transfer.row.line", "line", locale), translations.text("transfer.row.problems", "problems", locale)));
            titles.addAll(header);
            csv.writeRecord(titles.stream().map(SpreadsheetText::safe).toList());
            long after = -1;
            List<RowEntity> page = page(tx, id, after);
            while (!page.isEmpty()) {
                page.forEach(r -> csv.writeRecord(record(r, locale)));
                after = page.get(page.size() - 1).line();
                page = page(tx, id, after);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RowEntity> page(Tx tx, long id, long after) {
        return tx.call(em -> Rows.page(em, id, after, PAGE));
    }

    private List<String> record(RowEntity row, Locale locale) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(row.line()));
        cells.add(row.problems().stream().map(p -> (p.field().isEmpty() ? "" : p.field() + ": ") + translations.text(p, locale)).collect(Collectors.joining("; ")));
        cells.addAll(row.cells());
        return cells.stream().map(SpreadsheetText::safe).toList();
    }
}
