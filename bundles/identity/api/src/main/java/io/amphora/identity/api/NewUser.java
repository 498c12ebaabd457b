package io.amphora.identity.api;

import java.util.Set;

/**
 * A user to be.
 *
 * @param name     2 to 40 of {@code a-z 0-9 . _ -}
 * @param email    may be null
 * @param password at least 10 characters; null for a user that only uses tokens
 */
public record NewUser(String name, String displayName, String email, Set<Role> roles, String password) {
    public NewUser {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewUser[" + name + " " + roles + "]";
    }
}
