package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.core.csv.Dates;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.csv.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the cells of one row by field; whatever is wrong with them goes into {@link #problems}. One instance per pass, {@link #of moved} from row to row. */
final class Cells {
    private static final int SCALE = 4;

    private final FileFormat format;
    private final ZoneId zone;
    private final int columns;
    private final Map<String, Integer> index = new HashMap<>();
    private Row row;
    private Problems problems;

    Cells(Plan plan, List<String> header) {
        format = plan.format();
        ZoneId wanted = ZoneId.of(plan.options().zone());
        zone = wanted.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : wanted;
        columns = header.size();
        plan.mapping().forEach((field, column) -> {
            int at = header.indexOf(column);
            if (at >= 0) {
                index.put(field, at);
            }
        });
    }

    Cells of(Row next) {
        row = next;
        problems = new Problems();
        if (next.broken()) {
            problems.add("", "transfer.undecodable", "contains characters that make no sense in {0}", format.charset());
        }
        if (next.tooLong(columns)) {
            problems.add("", "transfer.columns", "has {0} cells, the header has {1}", next.cells().size(), columns);
        }
        if (Totals.is(next)) {
            problems.add("", Totals.CODE, "is a line of totals, not of data");
        }
        return this;
    }

    boolean has(String field) {
        return index.containsKey(field);
    }

    /** The stripped cell, or null where it is empty or not mapped. */
    String raw(String field) {
        Integer at = index.get(field);
        String text = at == null ? "" : Values.strip(row.cell(at));
        return text.isEmpty() ? null : text;
    }

    String text(String field, int max) {
        return problems.optionalText(field, raw(field), max);
    }

    String required(String field, int max) {
        return problems.text(field, raw(field), max);
    }

    /** A text that spreadsheets like to turn into a number. */
    String identifier(String field, int max) {
        String text = text(field, max);
        return text == null ? null : Values.identifier(text);
    }

    BigDecimal number(String field) {
        String text = raw(field);
        if (text == null || Values.nothing(text)) {
            return null;
        }
        BigDecimal value = Values.number(text, format.decimalComma(field));
        if (value == null) {
            problems.add(field, "transfer.number", "\"{0}\" is not a number", shown(text));
            return null;
        }
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        problems.check(stripped.scale() <= SCALE, field, "too-many-decimals", "must have at most {0} decimals", SCALE);
        problems.check((long) stripped.precision() - stripped.scale() <= 11, field, "too-large", "is too large");
        return value;
    }

    /** A number, or so many hundredths of something: {@code 10%}. @param of what they are hundredths of */
    BigDecimal numberOrShare(String field, BigDecimal of) {
        String text = raw(field);
        if (text == null || !text.endsWith("%") && !text.endsWith("％")) {
            return number(field);
        }
        BigDecimal percent = Values.number(text.substring(0, text.length() - 1), format.decimalComma(field));
        if (percent == null) {
            problems.add(field, "transfer.number", "\"{0}\" is not a number", shown(text));
            return null;
        }
        return of.multiply(percent).movePointLeft(2);
    }

    Instant date(String field) {
        String text = raw(field);
        if (text == null || Values.nothing(text)) {
            return null;
        }
        Instant value = Dates.instant(text, format.dates(), zone);
        if (value == null) {
            problems.add(field, "transfer.date", "\"{0}\" is not a date in the order {1}", shown(text), format.dates());
        }
        return value;
    }

    /** A day where the file comes from. */
    LocalDate day(String field) {
        Instant value = date(field);
        return value == null ? null : LocalDate.ofInstant(value, zone);
    }

    Boolean flag(String field) {
        String text = raw(field);
        Boolean value = text == null ? null : Values.flag(text);
        if (text != null && value == null) {
            problems.add(field, "transfer.flag", "\"{0}\" is neither yes nor no", shown(text));
        }
        return value;
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    Problems problems() {
        return problems;
    }

    /** Everything wrong, each thing once: of two limits the later, tighter one. */
    List<Problem> found() {
        Map<String, Problem> once = new LinkedHashMap<>();
        problems.all().forEach(p -> once.put(p.field() + " " + p.code(), p));
        return new ArrayList<>(once.values());
    }
}
