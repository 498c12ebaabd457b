package io.amphora.transfer.core.csv;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What cells say, exactly: numbers and flags in the notations that files use. */
public final class Values {
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t", "x", "on", "active", "enabled", "是", "真", "启用", "有");
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "f", "off", "inactive", "disabled", "archived", "draft", "否", "假", "停用", "无");

    private static final Set<String> NOTHING = Set.of("-", "--", "–", "—", "n/a", "#n/a", "na", "nan", "null", "none", "nil", "\\n", "free", "gratis", "kostenlos", "gratuit", "免费", "包邮", "无");

    private Values() {
    }

    /** Without blanks of any kind at the edges: also the no-break, the ideographic space and tabs. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u3000' || c == '\uFEFF';
    }

    /** @return true, false, or null if it is neither */
    public static Boolean flag(String text) {
        String t = text.toLowerCase(Locale.ROOT);
        return YES.contains(t) ? Boolean.TRUE : NO.contains(t) ? Boolean.FALSE : null;
    }

    /** What stands for nothing where a number or a date would be: {@code -}, {@code n/a}, {@code #N/A}, {@code NULL}, {@code free}. */
    public static boolean nothing(String text) {
        return text.length() <= 9 && NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Excel's "17850.0" and "'00123" for what is a number only by looks. */
    public static String identifier(String text) {
        String t = text.startsWith("'") ? text.substring(1) : text;
        if (t.length() > 2 && t.endsWith(".0") && t.chars().limit(t.length() - 2L).allMatch(c -> c >= '0' && c <= '9')) {
            return t.substring(0, t.length() - 2);
        }
        return t;
    }

    /**
     * Reads {@code 1,234.50}, {@code 1 234,50}, {@code 1,23,456.00}, {@code ¥12}, {@code 12,50 EUR}, {@code (3.20)}, {@code 12-}, {@code 1e3}, {@code １２}.
     *
     * @return null if it is no number in this notation
     */
    public static BigDecimal number(String text, boolean decimalComma) {
        if (plain(text, decimalComma)) {
            return new BigDecimal(text);
        }
        String t = withoutCurrency(narrow(text));
        boolean negative = t.startsWith("(") && t.endsWith(")") || t.endsWith("-") || t.startsWith("-") || t.startsWith("\u2212");
        t = strip(t.replaceAll("^[-+\u2212(]|[-)]$", ""));
        t = withoutCurrency(t);
        String grouped = decimalComma ? "[0-9]{1,3}([.'’\u00A0\u202F ][0-9]{3})+(,[0-9]*)?" : "[0-9]{1,3}([,'’\u00A0\u202F ][0-9]{3})+(\\.[0-9]*)?|[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}(\\.[0-9]*)?";
        String simple = decimalComma ? "[0-9]+(,[0-9]*)?|,[0-9]+" : "[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]{1,2})?|\\.[0-9]+";
        if (t.length() > 40 || !t.matches(simple) && !t.matches(grouped)) {
            return null;
        }
        t = t.replaceAll(decimalComma ? "[.'’\u00A0\u202F ]" : "[,'’\u00A0\u202F ]", "").replace(',', '.');
        BigDecimal value = new BigDecimal(t.endsWith(".") ? t.substring(0, t.length() - 1) : t);
        return negative ? value.negate() : value;
    }

    /** Digits of the width of Chinese characters as usual ones. */
    private static String narrow(String text) {
        return text.chars().anyMatch(c -> c >= '\uFF01' && c <= '\uFF5E') ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }

    /** The quick way for what nearly all cells are: digits, perhaps a sign and a point. */
    private static boolean plain(String t, boolean decimalComma) {
        boolean digits = false;
        boolean point = decimalComma;
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.' && !point && digits && i < t.length() - 1) {
                point = true;
            } else if (c != '-' || i != 0) {
                return false;
            }
        }
        return digits && t.length() < 30;
    }

    private static String withoutCurrency(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && currency(text, from)) {
            from++;
        }
        while (to > from && currency(text, to - 1)) {
            to--;
        }
        return strip(text.substring(from, to));
    }

    private static boolean currency(String text, int at) {
        char c = text.charAt(at);
        // the backslash is the yen sign of Shift-JIS
        return Character.getType(c) == Character.CURRENCY_SYMBOL || c == '\uFFE5' || c == '\\' || Character.isLetter(c) || blank(c);
    }
}
