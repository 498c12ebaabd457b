package io.amphora.document.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the numbers of bills look. */
final class NumberFormat {
    private static final Pattern NUMBER = Pattern.compile("\\{number(?::([1-9]))?}");
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9 /._-]*");
    private static final int LONGEST = 40;

    private NumberFormat() {
    }

    /** Year and number must be in it: else two bills would have one number. */
    static boolean usable(String format) {
        return format != null && format.length() <= LONGEST && format.contains("{year}") && NUMBER.matcher(format).results().count() == 1
                && WHOLE.matcher(NUMBER.matcher(format).replaceAll("").replace("{year}", "")).matches();
    }

    static String text(String format, int year, long number) {
        Matcher m = NUMBER.matcher(format.replace("{year}", Integer.toString(year)));
        return m.replaceAll(r -> r.group(1) == null ? Long.toString(number) : String.format("%0" + r.group(1) + "d", number));
    }
}
