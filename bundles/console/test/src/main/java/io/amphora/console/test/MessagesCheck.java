package io.amphora.console.test;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the texts of a bundle are complete in both languages and that each is a sound {@link MessageFormat} pattern. */
public final class MessagesCheck {
    private MessagesCheck() {
    }

    /**
     * @param type     a class of the bundle
     * @param baseName as given to {@link io.amphora.common.Messages}: {@code i18n.order}
     * @return all that is wrong; empty if nothing is
     */
    public static List<String> problems(Class<?> type, String baseName) {
        Properties english = load(type, baseName, "");
        Properties chinese = load(type, baseName, "_zh");
        List<String> problems = new ArrayList<>();
        missing(english, chinese).forEach(key -> problems.add(key + " has no Chinese text"));
        missing(chinese, english).forEach(key -> problems.add(key + " has no English text"));
        english.stringPropertyNames().forEach(key -> pattern(key, english.getProperty(key), Locale.ENGLISH, problems));
        chinese.stringPropertyNames().forEach(key -> pattern(key, chinese.getProperty(key), Locale.SIMPLIFIED_CHINESE, problems));
        for (String key : english.stringPropertyNames()) {
            if (chinese.containsKey(key) && arguments(english.getProperty(key)) != arguments(chinese.getProperty(key)) && !key.startsWith("problem.")) {
                problems.add(key + " names other arguments in Chinese than in English");
            }
        }
        return problems;
    }

    private static Set<String> missing(Properties from, Properties in) {
        Set<String> keys = new TreeSet<>(from.stringPropertyNames());
        keys.removeAll(in.stringPropertyNames());
        return keys;
    }

    private static void pattern(String key, String text, Locale locale, List<String> problems) {
        try {
            new MessageFormat(text, locale);
        } catch (IllegalArgumentException e) {
            problems.add(key + " is no pattern in " + locale + ": " + e.getMessage());
        }
        if (text.replace("''", "").replaceAll("'[{}][^']*'", "").contains("'")) {
            problems.add(key + " has a single apostrophe in " + locale + ", a pattern needs two: " + text);
        }
        if (text.isBlank()) {
            problems.add(key + " is empty in " + locale);
        }
    }

    private static int arguments(String text) {
        try {
            return new MessageFormat(text).getFormatsByArgumentIndex().length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static Properties load(Class<?> type, String baseName, String suffix) {
        String name = "/" + baseName.replace('.', '/') + suffix + ".properties";
        URL url = Objects.requireNonNull(type.getResource(name), name);
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return properties;
    }
}
