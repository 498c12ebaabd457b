package io.amphora.transfer.core.run;

import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.csv.Values;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lines that sum up what stands above them, as reports have: they are left out, and said to be. */
final class Totals {
    static final String CODE = "transfer.totals";
    /** A row that says no more than one before. */
    static final String REPEATS = "transfer.repeats";
    private static final Set<String> WORDS = Set.of("total", "totals", "subtotal", "sub total", "sub-total", "grand total", "sum", "overall total", "summe", "gesamt", "gesamtsumme", "zwischensumme",
            "totale", "totaal", "suma", "total general", "total général", "total geral", "sous-total", "somme", "合计", "总计", "小计", "汇总", "合計", "總計", "小計", "итого", "всего");

    private Totals() {
    }

    /** The first cell with content says so, and at least half of the others are empty. */
    static boolean is(Row row) {
        String first = null;
        int filled = 0;
        List<String> cells = row.cells();
        for (String cell : cells) {
            if (!cell.isBlank()) {
                filled++;
                first = first == null ? cell : first;
                if (filled == 1 && first.length() > 40) {
                    return false;
                }
            }
        }
        return first != null && cells.size() > 2 && filled * 2 <= cells.size() + 1 && WORDS.contains(Values.strip(first).replaceAll("[:：]$", "").strip().toLowerCase(Locale.ROOT));
    }
}
