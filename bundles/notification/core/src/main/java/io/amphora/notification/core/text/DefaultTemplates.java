package io.amphora.notification.core.text;

import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The texts that come with the product: {@code templates/<language>.properties}, keys {@code <occasion>.<audience>.subject} and {@code .body}. */
final class DefaultTemplates {
    private static final Map<String, Properties> TEXTS = read();

    private DefaultTemplates() {
    }

    static boolean exists(Occasion occasion, Audience audience, String language) {
        return Templates.LANGUAGES.contains(language) && (audience == Audience.STAFF || occasion.customers());
    }

    static Template find(Occasion occasion, Audience audience, String language) {
        Properties texts = TEXTS.get(language);
        String name = occasion.id() + "." + audience.name().toLowerCase(java.util.Locale.ROOT);
        return new Template(occasion, audience, language, texts.getProperty(name + ".subject"), texts.getProperty(name + ".body"), false, 0);
    }

    /** A text of the product that nobody changes. */
    static String text(String language, String key) {
        return TEXTS.getOrDefault(language, TEXTS.get(Templates.LANGUAGES.get(0))).getProperty(key);
    }

    static List<Template> all() {
        List<Template> all = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            for (Audience audience : Audience.values()) {
                Templates.LANGUAGES.stream().filter(l -> exists(occasion, audience, l)).forEach(l -> all.add(find(occasion, audience, l)));
            }
        }
        return all;
    }

    private static Map<String, Properties> read() {
        Map<String, Properties> texts = new HashMap<>();
        for (String language : Templates.LANGUAGES) {
            Properties properties = new Properties();
            try (InputStreamReader reader = new InputStreamReader(DefaultTemplates.class.getResourceAsStream("/templates/" + language + ".properties"), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts.put(language, properties);
        }
        return texts;
    }
}
