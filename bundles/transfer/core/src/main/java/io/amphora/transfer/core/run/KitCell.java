package io.amphora.transfer.core.run;

import io.amphora.catalog.api.KitComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a kit consists of, as one cell says it: {@code CUP-1*2; POT-1}, {@code 2 x CUP-1 | POT-1}; {@code none} for no kit. */
final class KitCell {
    private static final int LENGTH = 4000;
    private static final int SKU = 40;
    private static final Set<String> NONE = Set.of("none", "no", "-", "0", "无", "keine", "aucun");
    private static final String NUMBER = "([0-9]{1,9}(?:[.,][0-9]{1,3})?)";
    private static final Pattern AFTER = Pattern.compile("(.+?)(?:\\s*[*×:=]\\s*|\\s+[xX]\\s*)" + NUMBER);
    private static final Pattern BEFORE = Pattern.compile(NUMBER + "\\s*(?:[*×]\\s*|[xX]\\s+)(.+)");

    private KitCell() {
    }

    /** @return null if the cell says nothing */
    static List<KitComponent> read(Cells cells) {
        String text = cells.text("components", LENGTH);
        if (text == null || NONE.contains(text.toLowerCase(Locale.ROOT))) {
            return text == null ? null : List.of();
        }
        List<KitComponent> parts = new ArrayList<>();
        for (String part : text.split("[;|\\n]|,\\s")) {
            String entry = part.strip();
            if (!entry.isEmpty()) {
                parts.add(part(cells, entry));
            }
        }
        return parts;
    }

    private static KitComponent part(Cells cells, String entry) {
        Matcher before = BEFORE.matcher(entry);
        Matcher after = AFTER.matcher(entry);
        boolean first = before.matches();
        String sku = first ? before.group(2) : after.matches() ? after.group(1) : entry;
        String count = first ? before.group(1) : after.matches() ? after.group(2) : "1";
        BigDecimal quantity = new BigDecimal(count.replace(',', '.'));
        cells.problems().check(quantity.signum() > 0 && sku.strip().length() <= SKU, "components", "transfer.components", "\"{0}\" is no component: write SKU*2", entry);
        return new KitComponent(sku.strip(), quantity);
    }
}
