package io.amphora.platform.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps secrets unreadable in the database and its backups: sealed with a key that lies in a file beside the configuration, for its owner only. Whoever seals something
 * keeps what comes out, at most 80 characters and four thirds longer. Thread-safe.
 *
 * @since 1.4
 */
@ProviderType
public interface Secrets {
    /** @param purpose {@code notification.webhook}: what is sealed for one purpose cannot be opened for another */
    String seal(String purpose, String plain);

    /**
     * @param sealed as it came out of {@link #seal}
     * @throws IllegalStateException if it was sealed for another purpose or with another key, or was changed
     */
    String open(String purpose, String sealed);

    /** Whether it came out of {@link #seal}, on whatever server. */
    boolean isSealed(String value);
}
