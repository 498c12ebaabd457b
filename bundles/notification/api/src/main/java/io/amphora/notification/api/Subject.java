package io.amphora.notification.api;

import io.amphora.identity.api.Role;

/**
 * Whose choice a subscription is.
 *
 * @param id name of the role, sign-in name, {@code *} for the customers
 */
public record Subject(Kind kind, String id) {
    /** What sort of. */
    public enum Kind {
        ROLE, PERSON, CUSTOMERS
    }

    /** All customers. */
    public static final Subject CUSTOMERS = new Subject(Kind.CUSTOMERS, "*");

    public static Subject of(Role role) {
        return new Subject(Kind.ROLE, role.name());
    }

    public static Subject person(String name) {
        return new Subject(Kind.PERSON, name);
    }
}
