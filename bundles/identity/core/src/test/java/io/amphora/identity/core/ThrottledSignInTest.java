package io.amphora.identity.core;

import static io.amphora.identity.core.Identity.PASSWORD;
import static io.amphora.identity.core.Identity.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(IdentityEntities.class)
class ThrottledSignInTest {
    private TestDatabase db;
    private Identity identity;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        identity = new Identity(db);
        identity.user("bob", Role.SALES);
    }

    @TestTemplate
    void wrongNameAndWrongPasswordLookTheSame() {
        assertThat(identity.signIn.authenticate("bob", "guess", "here")).isEmpty();
        assertThat(identity.signIn.authenticate("nobody", PASSWORD, "here")).isEmpty();
        assertThat(identity.signIn.authenticate("' or '1'='1", "x", "here")).isEmpty();
        assertThat(identity.signIn.authenticate(null, null, "here")).isEmpty();
        assertThat(identity.signIn.authenticate("bob", "x".repeat(10_000_000), "here")).isEmpty();
    }

    @TestTemplate
    void userWithoutPasswordCannotSignIn() {
        identity.users.create(ROOT, new NewUser("robot", "Robot", null, Set.of(Role.INTEGRATOR), null));

        assertThat(identity.signIn.authenticate("robot", "nobody", "here")).isEmpty();
        assertThat(identity.signIn.authenticate("robot", "", "here")).isEmpty();
    }

    @TestTemplate
    void tooManyGuessesShutOutTheNameForAWhileEvenWithTheRightPassword() {
        for (int i = 0; i < 10; i++) {
            identity.signIn.authenticate("bob", "guess" + i, "address" + i);
        }

        assertThat(identity.signIn.authenticate("bob", PASSWORD, "here")).isEmpty();
        identity.clock.forward(Duration.ofMinutes(16));
        assertThat(identity.signIn.authenticate("bob", PASSWORD, "here")).isPresent();
        assertThat(db.events()).extracting(Event::topic).containsOnlyOnce("identity.sign-in-shut-out");
    }

    @TestTemplate
    void manyNamesFromOneAddressShutOutTheAddress() {
        for (int i = 0; i < 50; i++) {
            identity.signIn.authenticate("user" + i, "password1234", "bad");
        }

        assertThat(identity.signIn.authenticate("bob", PASSWORD, "bad")).isEmpty();
        assertThat(identity.signIn.authenticate("bob", PASSWORD, "good")).isPresent();
    }

    @TestTemplate
    void attemptsAreEventsThatNeverShowWhatWasTyped() {
        identity.signIn.authenticate("bob", PASSWORD, "10.0.0.1");
        identity.signIn.authenticate("bob", "guess-guess", "10.0.0.2");
        identity.signIn.authenticate("my-secret-typed-as-name", "x", "10.0.0.3");

        assertThat(db.events()).extracting(Event::topic).containsExactly("identity.user-created", "identity.signed-in", "identity.sign-in-failed", "identity.sign-in-failed");
        assertThat(db.events()).extracting(Event::payload).noneMatch(p -> p.contains("guess") || p.contains("my-secret") || p.contains(PASSWORD));
        assertThat(db.events().get(2).payload()).contains("\"user\":\"bob\"", "10.0.0.2");
    }

    @TestTemplate
    void hashIsRenewedWhenItsCostChanged() throws Exception {
        var dearer = new Argon2Hashing(Argon2HashingTest.cost(128, 2));
        var signIn = new ThrottledSignIn(db.tx("identity"), dearer, new IdentityEvents(db.outbox()), identity.clock);

        assertThat(signIn.authenticate("bob", PASSWORD, "here")).isPresent();

        try (var c = db.dataSource().getConnection(); var s = c.createStatement(); var r = s.executeQuery("select password_hash from app_user")) {
            r.next();
            assertThat(r.getString(1)).contains("m=128,t=2");
        }
        assertThat(identity.signIn.authenticate("bob", PASSWORD, "here")).isPresent();
    }
}
