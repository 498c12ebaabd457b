package io.amphora.payment.core.bank;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.payment.api.BankLines.StatementLine;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A bank statement as CSV. */
final class StatementCsv {
    private static final List<String> REQUIRED = List.of("reference", "amount", "currency", "date");

    private final Map<String, Integer> columns = new HashMap<>();
    private final Problems problems = new Problems();

    private StatementCsv() {
    }

    static List<StatementLine> read(String csv) {
        return new StatementCsv().lines(csv == null ? "" : csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    }

    private List<StatementLine> lines(String csv) {
        List<CsvRecord> records = records(csv);
        if (records.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("lines", "payment.line.none", "there are no lines"));
        }
        for (int i = 0; i < records.get(0).getFieldCount(); i++) {
            columns.put(records.get(0).getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        REQUIRED.forEach(c -> problems.check(columns.containsKey(c), c, "payment.line.column", "the heading names no column {0}", c));
        problems.throwIfAny();
        StatementNotation notation = StatementNotation.of(column(records, "amount"), column(records, "date"), problems);
        problems.throwIfAny();
        List<StatementLine> lines = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            CsvRecord r = records.get(i);
            String at = "lines[" + (i - 1) + "].";
            lines.add(new StatementLine(field(r, "reference"), parsed(at + "amount", field(r, "amount"), notation::amount), field(r, "currency"),
                    parsed(at + "date", field(r, "date"), notation::date), field(r, "payer"), field(r, "id")));
        }
        problems.throwIfAny();
        return lines;
    }

    private List<String> column(List<CsvRecord> records, String column) {
        return records.stream().skip(1).map(r -> field(r, column)).filter(Objects::nonNull).toList();
    }

    private static List<CsvRecord> records(String csv) {
        String heading = csv.lines().findFirst().orElse("");
        char separator = heading.indexOf(';') >= 0 ? ';' : ',';
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw new AmphoraException.Invalid(Problem.of("lines", "payment.line.csv", "is not readable as CSV: {0}", String.valueOf(e.getMessage())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String field(CsvRecord r, String column) {
        Integer i = columns.get(column);
        return i == null || i >= r.getFieldCount() || r.getField(i).isBlank() ? null : r.getField(i).strip();
    }

    private <T> T parsed(String field, String text, Function<String, T> parse) {
        try {
            return text == null ? null : parse.apply(text.length() > 40 ? "" : text);
        } catch (NumberFormatException | DateTimeException e) {
            problems.add(field, "payment.line.unreadable", "{0} cannot be read", text.length() > 40 ? text.substring(0, 40) : text);
            return null;
        }
    }
}
