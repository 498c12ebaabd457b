package io.amphora.document.api;

/** For templates: what was entered by people, as part of a page. */
public final class Xhtml {
    private Xhtml() {
    }

    /** Escaped for text and attributes; characters that no XML may have become U+FFFD. @return empty for null */
    public static String text(String raw) {
        if (raw == null) {
            return "";
        }
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    /** As {@link #text}, line breaks kept. */
    public static String lines(String raw) {
        return text(raw).replace("\r\n", "\n").replace('\r', '\n').replace("\n", "<br/>");
    }

    private static void append(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
        }
    }

    private static boolean allowed(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c >= 0x20 && c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE && c < 0xFFFE || c > 0xFFFF;
    }

    /**
     * A barcode as lines, sharp at any size.
     *
     * @param symbology {@code code128}, {@code ean8}, {@code ean13}, {@code upca}, {@code itf14}, or {@code gs1-128}, whose content is application identifiers and values: {@code 00} and an SSCC
     * @param content   a content that the symbology cannot carry leaves the place empty
     * @param size      CSS: {@code width: 50mm; height: 12mm}
     */
    public static String barcode(String symbology, String content, String size) {
        return "<object type=\"application/x-barcode\" data-symbology=\"" + text(symbology) + "\" data-content=\"" + text(content) + "\" style=\"" + text(size) + "\"></object>";
    }
}
