package io.amphora.bench.run;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table that is readable as it stands. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    void row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = String.valueOf(cells[i]);
        }
        rows.add(texts);
    }

    @Override
    public String toString() {
        int columns = rows.get(0).length;
        int[] width = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                width[i] = Math.max(width[i], row[i].length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            line(out, rows.get(r), width);
            if (r == 0) {
                String[] dashes = new String[columns];
                for (int i = 0; i < columns; i++) {
                    dashes[i] = "-".repeat(width[i]);
                }
                line(out, dashes, width);
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String[] row, int[] width) {
        out.append('|');
        for (int i = 0; i < row.length; i++) {
            out.append(' ').append(row[i]).append(" ".repeat(width[i] - row[i].length())).append(" |");
        }
        out.append(System.lineSeparator());
    }
}
