package io.amphora.order.console;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A number as a spreadsheet in any country writes it: {@code 1.234,50}, {@code 1,234.50}, {@code 1 234,5}, {@code € 12.90}. */
final class PastedNumber {
    private PastedNumber() {
    }

    /** @param locale decides what {@code 1,234} means @return null if it is none */
    static BigDecimal read(String text, Locale locale) {
        String plain = text.strip().replaceAll("[\\s\\u00a0\\u202f'’]|^[€$£¥￥]|[€$£¥￥]$", "").replaceAll("^[€$£¥￥]|[€$£¥￥]$", "");
        char decimal = decimal(plain, DecimalFormatSymbols.getInstance(locale).getGroupingSeparator());
        char group = decimal == ',' ? '.' : ',';
        String grouped = "-?[0-9]{1,3}(\\" + group + "[0-9]{3})+(\\" + decimal + "[0-9]{1,4})?";
        if (!plain.matches("-?[0-9]{1,11}(\\" + decimal + "[0-9]{1,4})?") && !plain.matches(grouped)) {
            return null;
        }
        return new BigDecimal(plain.replace(String.valueOf(group), "").replace(decimal, '.'));
    }

    /** Of two different signs the last one; a single sign is decimal unless it groups thousands in this country, or comes twice. */
    private static char decimal(String plain, char grouping) {
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? ',' : '.';
        }
        char only = comma >= 0 ? ',' : '.';
        boolean groups = plain.indexOf(only) != plain.lastIndexOf(only) || only == grouping && plain.matches("-?[1-9][0-9]{0,2}\\" + only + "[0-9]{3}");
        return groups ? only == ',' ? '.' : ',' : only;
    }
}
