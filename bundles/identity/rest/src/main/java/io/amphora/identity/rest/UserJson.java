package io.amphora.identity.rest;

import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import java.time.Instant;
import java.util.List;

/** A user as others may see it. */
public record UserJson(long id, String name, String displayName, String email, List<Role> roles, boolean active, Instant createdAt, Instant lastSignIn) {
    static UserJson of(User u) {
        return new UserJson(u.id(), u.name(), u.displayName(), u.email(), u.roles().stream().sorted().toList(), u.active(), u.createdAt(), u.lastSignIn());
    }
}
