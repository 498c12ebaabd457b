package io.amphora.identity.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users and tokens in memory. */
final class FakeIdentity implements Users, Tokens {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    final List<User> users = new ArrayList<>();
    final List<Token> tokens = new ArrayList<>();
    final List<String> passwords = new ArrayList<>();

    FakeIdentity() {
        users.add(new User(1, "ada", "Ada", null, Set.of(Role.ADMIN), true, NOON, NOON, 1));
        users.add(new User(2, "bob", "Bob", "bob@example.com", Set.of(Role.SALES), true, NOON, null, 1));
    }

    @Override
    public User create(Actor by, NewUser user) {
        if (user.roles().isEmpty()) {
            throw new AmphoraException.Invalid(List.of(Problem.of("roles", "user.no-role", "choose at least one role"), Problem.of("password", "password.short", "must have at least {0} characters", 10)));
        }
        users.add(new User(users.size() + 1, user.name(), user.displayName(), user.email(), user.roles(), true, NOON, null, 1));
        return users.get(users.size() - 1);
    }

    @Override
    public User change(Actor by, long id, long version, String displayName, String email, Set<Role> roles, boolean active) {
        User old = find(by, id);
        if (old.version() != version) {
            throw new AmphoraException.Stale("user", old.name(), version, old.version());
        }
        users.set((int) id - 1, new User(id, old.name(), displayName, email, roles, active, old.createdAt(), null, version + 1));
        return find(by, id);
    }

    @Override
    public void setPassword(Actor by, long id, String password) {
        passwords.add(id + ":" + password);
    }

    @Override
    public void changeOwnPassword(Actor by, String oldPassword, String newPassword) {
        if (!oldPassword.equals("right")) {
            throw new AmphoraException.Invalid(Problem.of("oldPassword", "password.wrong", "is wrong"));
        }
        passwords.add(by.name() + ":" + newPassword);
    }

    @Override
    public User find(Actor by, long id) {
        return users.get((int) id - 1);
    }

    @Override
    public Page<User> list(Actor by, PageRequest page) {
        return new Page<>(users, null);
    }

    @Override
    public Issued issue(Actor by, String label, Instant expires) {
        Token token = new Token(tokens.size() + 1, label, by.name(), NOON, expires, null);
        tokens.add(token);
        return new Issued(token, "amph_secret");
    }

    @Override
    public List<Token> list(Actor by) {
        return List.copyOf(tokens);
    }

    @Override
    public void revoke(Actor by, long id) {
        tokens.removeIf(t -> t.id() == id);
    }

    @Override
    public Optional<Actor> actor(String secret) {
        return Optional.empty();
    }
}
