package io.amphora.identity.core;

import io.amphora.common.Actor;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.TestDatabase;
import java.util.Set;

/** The services of this bundle as a node has them, on an emptied test database. */
final class Identity {
    static final String PASSWORD = "correct horse battery";
    static final Actor ROOT = Actor.system("test");

    final MovingClock clock = new MovingClock();
    final Argon2Hashing hashing = new Argon2Hashing(Argon2HashingTest.cost(64, 1));
    final TokenCache cache = new TokenCache();
    final JpaUsers users;
    final JpaTokens tokens;
    final ThrottledSignIn signIn;

    Identity(TestDatabase db) {
        Tx tx = db.tx("identity");
        IdentityEvents events = new IdentityEvents(db.outbox());
        users = new JpaUsers(tx, hashing, events, cache, clock);
        tokens = new JpaTokens(tx, events, cache, clock);
        signIn = new ThrottledSignIn(tx, hashing, events, clock);
    }

    User user(String name, Role... roles) {
        return users.create(ROOT, new NewUser(name, "The " + name, name + "@example.com", Set.of(roles), PASSWORD));
    }

    Actor actor(String name) {
        return signIn.actor(name).orElseThrow();
    }
}
