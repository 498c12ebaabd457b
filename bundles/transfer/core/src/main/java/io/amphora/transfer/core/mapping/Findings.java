package io.amphora.transfer.core.mapping;

import io.amphora.common.Problem;
import io.amphora.transfer.api.Import.Finding;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.core.csv.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a file or its settings lack, and what was only guessed. */
final class Findings {
    private static final List<String> AMOUNTS = List.of("unitPrice", "lineAmount", "orderTotal");

    private static final int LONGEST = 1_000;

    private Findings() {
    }

    /** @param live whether orders are of today: they need no date, and take list prices */
    static List<Finding> of(ImportKind kind, Preview preview, Map<String, String> mapping, boolean live, Analyser analyser) {
        List<Finding> found = new ArrayList<>();
        if (preview.rows().isEmpty()) {
            found.add(obstacle("file", "transfer.no-rows", "there are no rows below the header"));
        }
        List<String> missing = missing(kind, mapping).stream().filter(f -> !live || !f.equals("orderDate")).toList();
        missing.forEach(f -> found.add(obstacle("mapping." + f, "transfer.unmapped", "no column is chosen for {0}", f)));
        if (kind == ImportKind.ORDER_LINES && !live && AMOUNTS.stream().noneMatch(mapping::containsKey)) {
            found.add(obstacle("mapping.unitPrice", "transfer.no-amount", "choose a column for the unit price, the line amount or the order total"));
        }
        if (!missing.isEmpty()) {
            otherKind(kind, preview, analyser, found);
        }
        List<String> unused = preview.columns().stream().filter(c -> !c.samples().isEmpty() && !mapping.containsValue(c.name())).map(Preview.Column::name).toList();
        if (!unused.isEmpty()) {
            found.add(note("mapping", "transfer.unused", "not imported: {0}", shortened(String.join(", ", unused))));
        }
        return found;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static List<String> missing(ImportKind kind, Map<String, String> mapping) {
        return Fields.of(kind).stream().filter(f -> f.required() && !mapping.containsKey(f.name())).map(ImportField::name)
                .filter(f -> kind != ImportKind.CUSTOMERS || !mapping.containsKey("email")).toList();
    }

    private static void otherKind(ImportKind kind, Preview preview, Analyser analyser, List<Finding> found) {
        for (ImportKind other : ImportKind.values()) {
            Map<String, String> mapping = other == kind ? Map.of() : analyser.suggest(other, preview);
            if (missing(other, mapping).isEmpty() && mapping.size() >= 2) {
                found.add(note("kind", "transfer.other-kind", "this looks like {0} rather than {1}", other.code(), kind.code()));
                return;
            }
        }
    }

    static List<Finding> of(Notations notations) {
        List<Finding> found = new ArrayList<>();
        Notation notation = notations.dates();
        if (notation.datesUncertain()) {
            found.add(note("dates", "transfer.dates-uncertain", "day and month cannot be told apart from these dates: please check their order"));
        }
        if (notation.datesMixed()) {
            found.add(note("dates", "transfer.dates-mixed", "the dates are not all written in one order: some rows will be rejected"));
        }
        notations.decimals().uncertain().forEach(f -> found.add(note("decimals." + f, "transfer.decimals-uncertain",
                "it cannot be told whether numbers in {0} such as 1,234 have decimals or thousands: please check", f)));
        notations.decimals().mixed().forEach(f -> found.add(note("decimals." + f, "transfer.decimals-mixed", "{0} has numbers with decimal comma and others with decimal point: some rows will be rejected", f)));
        return found;
    }

    static Finding note(String field, String code, String pattern, Object... args) {
        return new Finding(Problem.of(field, code, pattern, args), false);
    }

    private static Finding obstacle(String field, String code, String pattern, Object... args) {
        return new Finding(Problem.of(field, code, pattern, args), true);
    }

}
