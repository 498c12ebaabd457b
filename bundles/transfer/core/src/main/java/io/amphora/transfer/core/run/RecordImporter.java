package io.amphora.transfer.core.run;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.transfer.core.csv.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Imports files with one thing per row: reads, compares with what is there, writes what differs. A batch that is refused is halved until the rows
 * are found that it was refused for.
 *
 * @param <T> what a row becomes
 */
abstract class RecordImporter<T> implements Importer {
    private static final int BATCH = 400;

    /** A row, and what is wrong with it by itself. */
    record Read<T>(Row row, T value, List<Problem> problems) {
        boolean good() {
            return problems.isEmpty();
        }
    }

    private final Plan plan;

    RecordImporter(Plan plan) {
        this.plan = plan;
    }

    final Plan plan() {
        return plan;
    }

    /** Reads a row; adds problems to the cells' where it makes no sense. */
    abstract T read(Cells cells);

    /** What may be there only once in a file. */
    abstract String key(T value);

    /** Compares good rows with what is there, counts what each of them does (accept or reject it), and does it if {@code write}. */
    abstract void save(List<Read<T>> rows, boolean write, Batch batch);

    /** What else is wrong with rows that are bad by themselves, as far as it can be told: people want to mend all at once. */
    Function<Read<T>, List<Problem>> alsoWrong(List<Read<T>> bad) {
        return row -> List.of();
    }

    @Override
    public void run(Supplier<Sheet> rows, Ledger ledger) {
        try (Sheet sheet = rows.get()) {
            Cells cells = new Cells(plan, sheet.header());
            Map<String, Seen> seen = new HashMap<>();
            List<Read<T>> read = new ArrayList<>();
            while (sheet.hasNext()) {
                Row row = sheet.next();
                T value = read(cells.of(row));
                checkOnce(cells, value, row.line(), seen);
                if (row.line() > ledger.doneUpTo()) {
                    read.add(new Read<>(row, value, cells.found()));
                }
                if (read.size() >= BATCH) {
                    flush(List.copyOf(read), ledger);
                    read.clear();
                    ledger.progress(sheet.position(), sheet.size(), row.line());
                }
            }
            flush(read, ledger);
            ledger.progress(sheet.size(), sheet.size(), 0);
        }
    }

    @Override
    public List<Problem> problems(List<String> header, Row row) {
        Cells cells = new Cells(plan, header);
        read(cells.of(row));
        return cells.found();
    }

    /** Where a key was first, and what stood there. */
    private record Seen(long line, Fingerprint says) {
    }

    private void checkOnce(Cells cells, T value, long line, Map<String, Seen> seen) {
        if (cells.problems().isEmpty()) {
            Fingerprint says = Fingerprint.of((Record) value);
            Seen before = seen.putIfAbsent(key(value), new Seen(line, says));
            if (before != null && before.says().covers(says)) {
                cells.problems().add("", Totals.REPEATS, "says no more of {0} than line {1}", key(value), before.line());
            } else if (before != null) {
                cells.problems().add("", "transfer.twice", "{0} is in line {1} already", key(value), before.line());
            }
        }
    }

    private void flush(List<Read<T>> rows, Ledger ledger) {
        if (rows.isEmpty()) {
            return;
        }
        long upTo = rows.get(rows.size() - 1).row().line();
        try {
            ledger.commit(upTo, () -> work(rows, ledger.writing()));
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            if (rows.size() == 1) {
                List<Problem> problems = e.problems().stream().map(RecordImporter::withoutIndex).toList();
                ledger.commit(upTo, () -> rejected(rows.get(0).row(), problems));
            } else {
                flush(rows.subList(0, rows.size() / 2), ledger);
                flush(rows.subList(rows.size() / 2, rows.size()), ledger);
            }
        }
    }

    private Batch work(List<Read<T>> rows, boolean write) {
        Batch batch = new Batch();
        List<Read<T>> bad = rows.stream().filter(r -> !r.good()).toList();
        if (!bad.isEmpty()) {
            Function<Read<T>, List<Problem>> more = alsoWrong(bad);
            bad.forEach(r -> batch.reject(r.row(), Stream.concat(r.problems().stream(), more.apply(r).stream()).toList()));
        }
        List<Read<T>> good = rows.stream().filter(Read::good).toList();
        if (!good.isEmpty()) {
            save(good, write, batch);
        }
        return batch;
    }

    private static Batch rejected(Row row, List<Problem> problems) {
        Batch batch = new Batch();
        batch.reject(row, problems);
        return batch;
    }

    /** A problem of a list's element as one of the element. */
    static Problem withoutIndex(Problem p) {
        return new Problem(p.field().replaceFirst("^(rows|lines)?\\[\\d+]\\.?", ""), p.code(), p.pattern(), p.args());
    }
}
