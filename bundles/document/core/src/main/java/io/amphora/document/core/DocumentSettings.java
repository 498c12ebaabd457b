package io.amphora.document.core;

import io.amphora.platform.api.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an installation sets once for its documents. */
@Component(service = DocumentSettings.class)
public final class DocumentSettings {
    static final String LANGUAGE = "installation.language";
    static final String ZONE = "installation.time-zone";
    static final String NAME = "installation.name";
    /** Address, tax number and whatever else stands below the name; line breaks separate rows. */
    static final String SELLER = "document.seller";
    private static final Logger LOG = LoggerFactory.getLogger(DocumentSettings.class);
    private static final int SELLER_ROWS = 8;

    private final Settings settings;

    @Activate
    public DocumentSettings(@Reference Settings settings) {
        this.settings = settings;
    }

    Locale language() {
        Locale set = Locale.forLanguageTag(value(LANGUAGE, "en"));
        return set.getLanguage().isEmpty() ? Locale.ENGLISH : set;
    }

    ZoneId zone() {
        String set = value(ZONE, "UTC");
        try {
            return ZoneId.of(set);
        } catch (DateTimeException e) {
            LOG.warn("Setting {} is not usable ({}), UTC is taken", ZONE, set);
            return ZoneId.of("UTC");
        }
    }

    /** Name first. */
    List<String> seller() {
        return Arrays.stream((value(NAME, "Amphora") + "\n" + value(SELLER, "")).split("\\R")).map(String::strip).filter(s -> !s.isEmpty()).limit(SELLER_ROWS).toList();
    }

    private String value(String name, String otherwise) {
        return settings.get(Settings.INSTALLATION, name).map(String::strip).filter(s -> !s.isEmpty()).orElse(otherwise);
    }
}
