package io.amphora.common;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text as search columns hold it, so that "begins with, whatever the case" is a range of an index:
 * {@code column >= key and column < after(key)}. Full-width letters and digits are the same as plain ones.
 */
public final class SearchText {
    private SearchText() {
    }

    /** @return the text lower-cased, normalised and cut to {@code max} characters; empty for null */
    public static String key(String text, int max) {
        if (text == null) {
            return "";
        }
        String key = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return cut(key, max);
    }

    /** The least text above all that begin with {@code prefix}, which must not be empty. */
    public static String after(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : Math.min(last + 1, Character.MAX_CODE_POINT);
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(next);
    }

    /**
     * The keys under which a name is found: each of its words, and as Chinese and Japanese write without spaces, the text from each of
     * their characters on.
     *
     * @param max  characters of a word that are kept
     * @param most words that are kept
     */
    public static Set<String> words(String text, int max, int most) {
        String key = key(text, Integer.MAX_VALUE);
        Set<String> words = new LinkedHashSet<>();
        int i = 0;
        while (i < key.length() && words.size() < most) {
            int c = key.codePointAt(i);
            boolean begins = Character.isLetterOrDigit(c) && (i == 0 || Character.isIdeographic(c) || !Character.isLetterOrDigit(key.codePointBefore(i))
                    || Character.isIdeographic(key.codePointBefore(i)));
            if (begins) {
                words.add(cut(key.substring(i, end(key, i)), max));
            }
            i += Character.charCount(c);
        }
        return words;
    }

    private static int end(String key, int from) {
        int i = from;
        while (i < key.length() && Character.isLetterOrDigit(key.codePointAt(i))) {
            i += Character.charCount(key.codePointAt(i));
        }
        return i;
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
