package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.core.run.Currencies;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The currency that a file without a column for it names beside its amounts: {@code Price (EUR)}, {@code £12.50}. */
final class WrittenCurrency {
    private static final List<String> AMOUNTS = List.of("unitPrice", "lineAmount", "orderTotal", "price", "shipping", "tax", "discount");
    private static final Map<String, String> SYMBOLS = Map.ofEntries(Map.entry("€", "EUR"), Map.entry("£", "GBP"), Map.entry("₹", "INR"), Map.entry("₽", "RUB"), Map.entry("₩", "KRW"),
            Map.entry("₺", "TRY"), Map.entry("₫", "VND"), Map.entry("฿", "THB"), Map.entry("₴", "UAH"), Map.entry("₦", "NGN"), Map.entry("zł", "PLN"), Map.entry("Kč", "CZK"),
            Map.entry("元", "CNY"), Map.entry("人民币", "CNY"), Map.entry("R$", "BRL"), Map.entry("HK$", "HKD"), Map.entry("A$", "AUD"), Map.entry("C$", "CAD"), Map.entry("NT$", "TWD"));
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");

    private WrittenCurrency() {
    }

    /** @return the options, with that currency if there is exactly one */
    static ImportOptions or(ImportOptions options, ImportKind kind, Map<String, String> mapping, Preview preview) {
        if (kind == ImportKind.STOCK || kind == ImportKind.CUSTOMERS || mapping.containsKey("currency")) {
            return options;
        }
        Set<String> found = new TreeSet<>();
        preview.columns().stream().filter(c -> AMOUNTS.stream().anyMatch(f -> c.name().equals(mapping.get(f)))).forEach(c -> {
            add(found, c.name());
            c.samples().forEach(s -> add(found, s));
        });
        return found.size() != 1 ? options
                : new ImportOptions(options.source(), found.iterator().next(), options.country(), options.zone(), options.location(), options.services(), options.live(), options.again());
    }

    private static void add(Set<String> found, String text) {
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            if (Currencies.known(code.group())) {
                found.add(code.group());
            }
        }
        String longest = SYMBOLS.keySet().stream().filter(text::contains).max(Comparator.comparingInt(String::length)).orElse(null);
        if (longest != null) {
            found.add(SYMBOLS.get(longest));
        } else if (text.contains("$")) {
            found.add("USD");
        } else if (text.contains("¥") || text.contains("￥")) {
            found.add("CNY");
        }
    }
}
