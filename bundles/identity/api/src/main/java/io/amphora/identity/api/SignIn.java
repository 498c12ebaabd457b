package io.amphora.identity.api;

import io.amphora.common.Actor;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Checks names and passwords, for the sign-in page, REST and Karaf's shell. Thread-safe. */
@ProviderType
public interface SignIn {
    /**
     * @param from where the attempt comes from (address), for throttling and the audit log; never null
     * @return the actor, or empty if name or password are wrong, the user is inactive, or there were too many wrong attempts
     *         (the answer does not tell which, and takes the same time;
     *         only an address with very many wrong attempts hears at once, so that it cannot keep the server busy)
     */
    Optional<Actor> authenticate(String name, String password, String from);

    /** The actor of a user as it is now: roles changed and deactivation take effect with the next call. Empty if not active. */
    Optional<Actor> actor(String name);
}
