package io.amphora.order.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row as a spreadsheet, a file or a mail gives it: SKU, quantity, price, discount; all but the first may be missing. */
final class PastedRow {
    private static final int CELLS = 4;

    private PastedRow() {
    }

    /** @return always four, stripped; empty where there is nothing */
    static List<String> cells(String row) {
        String text = row.stripTrailing();
        List<String> cells = new ArrayList<>(text.contains("\t") ? List.of(text.split("\t", CELLS)) : text.contains(";") ? List.of(text.split(";", CELLS)) : loose(text.strip()));
        while (cells.size() < CELLS) {
            cells.add("");
        }
        return cells.stream().map(String::strip).toList();
    }

    /** Parted by wide gaps or commas; a comma may as well be the decimal one of the price. */
    private static List<String> loose(String text) {
        String[] wide = text.split("\\s{2,}", CELLS);
        if (wide.length > 1) {
            return List.of(wide);
        }
        String[] cells = text.split(",\\s*(?=[0-9])");
        if (cells.length <= 3) {
            return List.of(cells);
        }
        boolean decimal = cells[2].matches("\\s*[0-9]+") && cells[3].matches("[0-9]{1,2}\\s*");
        List<String> rest = Arrays.asList(cells).subList(decimal ? 4 : 3, cells.length);
        return List.of(cells[0], cells[1], decimal ? cells[2] + "," + cells[3] : cells[2], String.join(",", rest));
    }
}
