package io.amphora.identity.core;

/** Turns passwords into texts that can be kept, and compares. Slow on purpose; thread-safe. */
interface PasswordHashing {
    /** @return everything needed to check the password later: method, parameters, salt, hash */
    String hash(String password);

    /** @param encoded null for "no such user": takes the same time and is never right */
    boolean matches(String password, String encoded);

    /** Whether it was made with other parameters than {@link #hash} uses now. */
    boolean isOutdated(String encoded);
}
