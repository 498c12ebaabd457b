package io.amphora.transfer.api;

import java.util.List;

/** The beginning of a file, read with its present format. @param rows the first ones, as written */
public record Preview(List<Column> columns, List<List<String>> rows) {
    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param name the header, made unique and never empty; @param samples some different values */
    public record Column(String name, List<String> samples) {
        public Column {
            samples = List.copyOf(samples);
        }
    }
}
