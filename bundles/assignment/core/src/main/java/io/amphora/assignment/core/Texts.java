package io.amphora.assignment.core;

import io.amphora.assignment.api.Reason;

/** Foreign texts, made to fit. */
final class Texts {
    private Texts() {
    }

    private static final int KEY = 100;
    private static final int PATTERN = 300;
    private static final int ARGUMENT = 100;
    private static final int ARGUMENTS = 8;

    /** @return null if it is too long for a sentence: its English text, which is cut, must do */
    static Reason fit(Reason said) {
        boolean fits = said != null && said.key() != null && said.key().length() <= KEY && said.pattern() != null && said.pattern().length() <= PATTERN
                && said.arguments().size() <= ARGUMENTS && said.arguments().stream().allMatch(a -> a.length() <= ARGUMENT && a.equals(cut(a, ARGUMENT)));
        return fits ? said : null;
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
