package io.amphora.platform.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Small values that must survive a restart: of the installation ({@code owner} empty) or of one user. Thread-safe. */
@ProviderType
public interface Settings {
    /** Owner of settings that hold for the whole installation. */
    String INSTALLATION = "";

    /**
     * @param owner sign-in name, or {@link #INSTALLATION}
     * @param key   {@code console.theme}: domain, dot, name; at most 100 characters
     */
    Optional<String> get(String owner, String key);

    /** @param value at most 8,000 characters; null removes it. */
    void put(String owner, String key, String value);
}
