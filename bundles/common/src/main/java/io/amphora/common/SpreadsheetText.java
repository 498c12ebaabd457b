package io.amphora.common;

/** Text on its way into a file that a spreadsheet program may open. */
public final class SpreadsheetText {
    private SpreadsheetText() {
    }

    /**
     * Keeps a spreadsheet from running a text as a formula: what begins with {@code = + - @}, tab or carriage return gets an
     * apostrophe in front (OWASP, CSV injection). Numbers, also negative ones, stay as they are.
     */
    public static String safe(String text) {
        if (text == null || text.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) < 0 || text.matches("[+-]?[0-9]+([.,][0-9]+)*")) {
            return text == null ? "" : text;
        }
        return "'" + text;
    }
}
