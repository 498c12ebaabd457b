package io.amphora.identity.api;

import java.time.Instant;
import java.util.Set;

/**
 * A person (or machine) that signs in.
 *
 * @param name   sign-in name, lower case, unique, never changes
 * @param active whether it may sign in; users are never deleted, so that timelines stay readable
 */
public record User(long id, String name, String displayName, String email, Set<Role> roles, boolean active, Instant createdAt, Instant lastSignIn, long version) {
    public User {
        roles = Set.copyOf(roles);
    }
}
