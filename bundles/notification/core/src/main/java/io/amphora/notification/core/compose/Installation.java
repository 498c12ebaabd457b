package io.amphora.notification.core.compose;

import io.amphora.notification.api.DigestSetup;
import io.amphora.platform.api.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an installation may set for its messages. */
@Component(service = Installation.class)
public final class Installation {
    static final String LANGUAGE = "installation.language";
    static final String NAME = "installation.name";
    static final String URL = "installation.url";
    static final String ZONE = "installation.time-zone";
    static final String SILENT = "notification.silent";
    static final String DIGEST_MINUTES = "notification.digest-minutes";
    static final String KEEP_DAYS = "notification.keep-days";
    private static final String SILENT_DEFAULT = "test,demo,import,system:demo,system:transfer";
    private static final int KEEP_DEFAULT = 180;
    private static final int DIGEST_DEFAULT = 5;

    /**
     * @param url    of the server without a slash at its end, empty if it was not set: then messages have no links
     * @param silent channels and makers of orders that nobody is told of
     */
    record Values(String language, String name, String url, ZoneId zone, Set<String> silent) {
    }

    private final Settings settings;

    @Activate
    public Installation(@Reference Settings settings) {
        this.settings = settings;
    }

    Values now() {
        return new Values(text(LANGUAGE, "en"), text(NAME, "Amphora"), text(URL, "").replaceAll("/+$", ""), zone(),
                Arrays.stream(text(SILENT, SILENT_DEFAULT).split(",")).map(String::strip).filter(s -> !s.isEmpty()).collect(Collectors.toSet()));
    }

    /** The language that somebody chose in the console, else that of the installation. */
    String language(String person) {
        return settings.get(person, "console.language").orElseGet(() -> text(LANGUAGE, "en"));
    }

    /** The installation's language: for customers. */
    public String language() {
        return text(LANGUAGE, "en");
    }

    /** How long messages are kept. */
    public Duration keep() {
        return Duration.ofDays(Math.max(1, number(KEEP_DAYS, KEEP_DEFAULT)));
    }

    /** For how long messages about the same are gathered; zero: not at all. */
    Duration digest() {
        return Duration.ofMinutes(Math.min(DigestSetup.MOST_MINUTES, Math.max(0, number(DIGEST_MINUTES, DIGEST_DEFAULT))));
    }

    void digest(int minutes) {
        settings.put(Settings.INSTALLATION, DIGEST_MINUTES, String.valueOf(minutes));
    }

    private int number(String name, int otherwise) {
        try {
            return Integer.parseInt(text(name, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(text(ZONE, "UTC"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private String text(String name, String otherwise) {
        return settings.get(Settings.INSTALLATION, name).map(String::strip).filter(s -> !s.isEmpty()).orElse(otherwise);
    }
}
