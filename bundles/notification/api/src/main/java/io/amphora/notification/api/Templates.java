package io.amphora.notification.api;

import io.amphora.common.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The texts of messages. Reading needs {@code notification.read}, changing {@code notification.manage}. Publishes {@code notification.template-changed}. Thread-safe. */
@ProviderType
public interface Templates {
    /** Languages that there are templates in. */
    List<String> LANGUAGES = List.of("en", "zh");

    /** All, by occasion, audience, language. */
    List<Template> list(Actor by);

    Template find(Actor by, Occasion occasion, Audience audience, String language);

    /** Names that may stand between double braces there. */
    List<String> placeholders(Occasion occasion, Audience audience);

    /**
     * @param attach whether the paper goes with it; of no effect where none belongs to it
     * @throws io.amphora.common.AmphoraException.Invalid naming all placeholders that are unknown
     * @since 1.6
     */
    Template save(Actor by, Occasion occasion, Audience audience, String language, long version, String subject, String body, boolean attach);

    /** The paper goes with it or not, as before. */
    default Template save(Actor by, Occasion occasion, Audience audience, String language, long version, String subject, String body) {
        return save(by, occasion, audience, language, version, subject, body, find(by, occasion, audience, language).attach());
    }

    /** Back to what comes with the product. */
    Template reset(Actor by, Occasion occasion, Audience audience, String language, long version);

    /** How it would look for a sample order, problems included: a template under work is seldom whole. */
    Preview preview(Actor by, Occasion occasion, Audience audience, String language, String subject, String body);

    /**
     * Result of {@link #preview}.
     *
     * @param html     as an e-mail shows it: a whole document in which everything is escaped
     * @param problems all that keeps it from being saved
     */
    record Preview(String subject, String text, String html, List<io.amphora.common.Problem> problems) {
    }
}
