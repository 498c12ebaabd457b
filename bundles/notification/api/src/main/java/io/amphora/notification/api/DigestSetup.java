package io.amphora.notification.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * For how long messages to people about the same occasion are gathered into one. The first rings at once, what follows within this time comes together: "12 holds
 * set". Whoever is named ({@link Occasion#byName}) is told at once, always. Needs {@code notification.manage}. Publishes {@code notification.digest-changed}. Thread-safe.
 *
 * @since 1.6
 */
@ProviderType
public interface DigestSetup {
    int MOST_MINUTES = 240;

    /** 0: each message by itself. */
    int minutes(Actor by);

    /** The version of it, for {@link #change}; read it first. */
    long version(Actor by);

    /**
     * @param minutes 0 to {@link #MOST_MINUTES}
     * @param seen    the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale}
     */
    void change(Actor by, int minutes, long seen);
}
