package io.amphora.document.core;

/** Small things with texts. */
final class Texts {
    private Texts() {
    }

    /** @return the text, its end replaced by … if it is longer than {@code max}; null for null */
    static String cut(String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1) + "…";
    }
}
