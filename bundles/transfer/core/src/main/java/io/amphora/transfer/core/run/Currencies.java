package io.amphora.transfer.core.run;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The currency codes that there are. */
public final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private Currencies() {
    }

    public static boolean known(String code) {
        return code != null && CODES.contains(code);
    }

    /** @return null where the row names none */
    static String read(Cells cells, String field) {
        String text = cells.raw(field);
        String code = text == null ? null : text.toUpperCase(Locale.ROOT);
        cells.problems().check(code == null || known(code), field, "transfer.currency", "there is no currency {0}", String.valueOf(text));
        return code;
    }
}
