package io.amphora.notification.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The ways messages take. Needs {@code notification.read}. Thread-safe. */
@ProviderType
public interface Transports {
    /**
     * @param present whether its bundle is there and it is set up
     * @param health  {@code ok}, {@code failing}, {@code open} (left alone for a while) or {@code absent}; as this node sees it
     */
    record Info(String id, String title, boolean present, Set<Recipient.Kind> reaches, String bundle, String bundleVersion, String health, long sent, long failed, String lastError) {
    }

    /** All that are there, and e-mail even if it is not set up; by id. */
    List<Info> list(Actor by, Locale locale);
}
