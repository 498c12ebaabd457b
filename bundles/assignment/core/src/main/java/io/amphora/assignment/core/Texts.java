package io.amphora.assignment.core;

/** Foreign texts, made to fit. */
final class Texts {
    private Texts() {
    }

    static String cut(String text, int max) {
        if (text == null) {
            return null;
        }
        String clean = text.codePoints().filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (clean.length() <= max) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(max - 2)) ? max - 2 : max - 1) + "…";
    }
}
