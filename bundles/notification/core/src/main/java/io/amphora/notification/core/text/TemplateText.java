package io.amphora.notification.core.text;

import io.amphora.common.Problems;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text with placeholders between double braces. */
public final class TemplateText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private TemplateText() {
    }

    /** Adds one problem that names all unknown placeholders, and one for braces that are left open. */
    static void check(String field, String text, Collection<String> known, Problems problems) {
        TreeSet<String> unknown = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (!known.contains(matcher.group(1))) {
                unknown.add("{{" + matcher.group(1) + "}}");
            }
        }
        if (!unknown.isEmpty()) {
            problems.add(field, "template.unknown", "there is no placeholder {0}", String.join(", ", unknown));
        }
        String rest = matcher.replaceAll("");
        problems.check(!rest.contains("{{") && !rest.contains("}}"), field, "template.braces", "has double braces without a counterpart");
    }

    /** Puts values for placeholders; unknown ones and those without a value vanish. What a value contains is not looked at again. */
    static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "")));
    }

    /** A sentence that leads to the page where a customer follows an order; nothing where there is none. */
    public static String tracking(String link, boolean chinese) {
        return link.isEmpty() ? "" : (chinese ? "您可以在此查看订单进度：" : "You can follow your order here: ") + link;
    }

    /** Whether one of these placeholders stands in it. */
    static boolean names(String text, Collection<String> placeholders) {
        return PLACEHOLDER.matcher(text).results().anyMatch(m -> placeholders.contains(m.group(1)));
    }

    /** In one line, at most {@code max} characters: for subjects. */
    static String line(String text, int max) {
        String line = text.replaceAll("\\s+", " ").strip();
        return cut(line, max);
    }

    /** Without spaces at line ends and without more than one empty line in a row, as empty values leave them. */
    static String body(String text, int max) {
        return cut(text.replace("\r\n", "\n").replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip(), max);
    }

    /** Never through the middle of a character. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

}
