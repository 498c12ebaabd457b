package io.amphora.transfer.core.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of months, by how they begin: English, German, French, Spanish, Italian, Portuguese, Dutch. */
final class Months {
    private static final List<String> BEGINNINGS = List.of("jan|ene|gen", "feb|fév|fev", "mar|mär|mrz|maa|mrt", "apr|avr|abr", "may|mai|mag|mei", "jun|juin|giu", "jul|juil|lug",
            "aug|aoû|aou|ago", "sep|set", "oct|okt|ott|out", "nov", "dec|dez|déc|dic");
    private static final Map<String, Integer> BY_BEGINNING = new HashMap<>();

    static {
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            for (String name : BEGINNINGS.get(i).split("\\|")) {
                BY_BEGINNING.put(name, i + 1);
            }
        }
    }

    private Months() {
    }

    /** @return 1 to 12, or 0 if it is none */
    static int of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.length() >= 4 && BY_BEGINNING.containsKey(lower.substring(0, 4))) {
            return BY_BEGINNING.get(lower.substring(0, 4));
        }
        return lower.length() < 3 ? 0 : BY_BEGINNING.getOrDefault(lower.substring(0, 3), 0);
    }
}
