package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.platform.api.Settings;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each user chose for the console. Without the platform's settings a choice lasts as long as the page. */
@Component(service = Preferences.class)
public final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final String THEME = "console.theme";
    private static final String LANGUAGE = "console.language";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Settings settings;

    Optional<String> theme(Actor actor) {
        return get(actor, THEME);
    }

    void theme(Actor actor, String id) {
        put(actor, THEME, id);
    }

    Optional<Locale> language(Actor actor) {
        return get(actor, LANGUAGE).map(Languages::of);
    }

    void language(Actor actor, Locale locale) {
        put(actor, LANGUAGE, locale.getLanguage());
    }

    /** A choice that cannot be read is not worth a page that cannot be opened. */
    private Optional<String> get(Actor actor, String name) {
        Settings now = settings;
        try {
            return now == null ? Optional.empty() : now.get(actor.name(), name);
        } catch (RuntimeException e) {
            LOG.warn("cannot read {} of {}", name, actor.name(), e);
            return Optional.empty();
        }
    }

    private void put(Actor actor, String name, String value) {
        Settings now = settings;
        if (now != null) {
            now.put(actor.name(), name, value);
        }
    }
}
