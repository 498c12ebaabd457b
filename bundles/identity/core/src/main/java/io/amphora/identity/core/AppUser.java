package io.amphora.identity.core;

import io.amphora.common.Actor;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A user as kept. */
@Entity
@Table(name = "app_user")
public class AppUser {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_app_user")
    @SequenceGenerator(name = "s_app_user", sequenceName = "s_app_user", allocationSize = 500)
    private Long id;
    @Column(name = "user_name")
    private String name;
    @Column(name = "display_name")
    private String displayName;
    private String email;
    @Column(name = "role_names")
    @Convert(converter = RolesConverter.class)
    private Set<Role> roles;
    private boolean active;
    @Column(name = "password_hash")
    private String passwordHash;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "last_sign_in")
    private Instant lastSignIn;
    @Version
    private long version;

    protected AppUser() {
    }

    AppUser(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
        this.active = true;
    }

    static Optional<AppUser> byName(EntityManager em, String name) {
        return em.createQuery("select u from AppUser u where u.name = :name", AppUser.class).setParameter("name", name).getResultStream().findFirst();
    }

    /** The id of the first administrator, which the sequence never gives: two first administrators cannot be. */
    void makeFirst() {
        id = 1L;
    }

    void describe(String newDisplayName, String newEmail, Set<Role> newRoles, boolean nowActive) {
        displayName = newDisplayName;
        email = newEmail;
        roles = Set.copyOf(newRoles);
        active = nowActive;
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    boolean isActiveAdministrator() {
        return active && roles.contains(Role.ADMIN);
    }

    Actor toActor() {
        return new Actor(name, displayName, Permissions.of(roles));
    }

    User toUser() {
        return new User(id, name, displayName, email, roles, active, createdAt, lastSignIn, version);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return active;
    }

    String passwordHash() {
        return passwordHash;
    }

    long version() {
        return version;
    }
}
