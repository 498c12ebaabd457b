package io.amphora.common;

import java.util.Objects;
import java.util.Set;

/**
 * Who acts: the first argument of every use case. Immutable; made at a face (REST, console, shell) from the signed-in user,
 * or by {@link #system} for work nobody asked for by hand. Permissions are dotted names ({@code order.review}).
 *
 * @param name        sign-in name, or {@code system:<what>}; goes into timelines and the audit log
 * @param displayName what people read
 * @param permissions what this actor may do; {@code *} is everything
 */
public record Actor(String name, String displayName, Set<String> permissions) {
    public Actor {
        Objects.requireNonNull(name);
        permissions = Set.copyOf(permissions);
    }

    /** The platform itself, on behalf of nobody: jobs, dispatcher, channels. May do everything. */
    public static Actor system(String what) {
        return new Actor("system:" + what, what, Set.of("*"));
    }

    public boolean may(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }

    /** @throws AmphoraException.NotPermitted if this actor lacks the permission */
    public void require(String permission) {
        if (!may(permission)) {
            throw new AmphoraException.NotPermitted(name, permission);
        }
    }
}
