package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Decimals;
import io.amphora.transfer.core.csv.Notation;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.csv.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How dates and numbers are written in the columns that are imported, from all rows: the telling value may come late. */
record Notations(Notation dates, Decimals decimals) {
    private static final int ROWS = 200_000;

    static Notations of(SourceFile file, ImportKind kind, FileFormat format, Map<String, String> mapping) {
        Notations found = new Notations(new Notation(), new Decimals());
        try (CsvRows csv = CsvRows.of(file, format)) {
            Map<String, Integer> dates = columns(csv.header(), kind, mapping, ImportField.Type.DATE);
            Map<String, Integer> numbers = columns(csv.header(), kind, mapping, ImportField.Type.NUMBER);
            for (int n = 0; csv.hasNext() && n < ROWS; n++) {
                Row row = csv.next();
                dates.values().forEach(at -> found.dates.date(Values.strip(row.cell(at))));
                numbers.forEach((field, at) -> found.decimals.take(field, Values.strip(row.cell(at))));
            }
        }
        return found;
    }

    private static Map<String, Integer> columns(List<String> header, ImportKind kind, Map<String, String> mapping, ImportField.Type type) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Fields.of(kind).stream().filter(f -> f.type() == type && mapping.containsKey(f.name()) && header.contains(mapping.get(f.name()))).forEach(f -> columns.put(f.name(), header.indexOf(mapping.get(f.name()))));
        return columns;
    }
}
