package io.amphora.transfer.core.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the header stands: reports often have a title, a date or an address above it. */
final class Header {
    /** Deeper down it is not looked for. */
    private static final int DEEPEST = 20;

    private Header() {
    }

    /** The first row nearly as wide as most rows are, of words: index into the rows; the first one in doubt. */
    static int at(List<Row> rows) {
        int usual = usualWidth(rows);
        if (usual < 3) {
            return 0;
        }
        for (int i = 0; i < Math.min(DEEPEST, rows.size()); i++) {
            if (filled(rows.get(i)) * 10 >= usual * 7) {
                return wordy(rows.get(i)) ? i : 0;
            }
        }
        return 0;
    }

    private static int usualWidth(List<Row> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(r -> widths.merge(filled(r), 1, Integer::sum));
        return widths.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(0);
    }

    private static int filled(Row row) {
        return (int) row.cells().stream().filter(c -> !c.isBlank()).count();
    }

    private static boolean wordy(Row row) {
        long words = row.cells().stream().filter(c -> c.chars().anyMatch(Character::isLetter)).count();
        return words * 2 > filled(row);
    }
}
