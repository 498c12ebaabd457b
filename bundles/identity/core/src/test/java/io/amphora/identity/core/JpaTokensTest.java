package io.amphora.identity.core;

import static io.amphora.identity.core.Identity.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.Tokens.Issued;
import io.amphora.identity.api.Tokens.Token;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(IdentityEntities.class)
class JpaTokensTest {
    private TestDatabase db;
    private Identity identity;
    private Actor bob;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        identity = new Identity(db);
        identity.user("bob", Role.INTEGRATOR);
        bob = identity.actor("bob");
    }

    @TestTemplate
    void secretStandsForItsOwner() {
        Issued issued = identity.tokens.issue(bob, " shop ", null);

        assertThat(issued.secret()).matches("amph_[A-Za-z0-9_-]{43}");
        assertThat(identity.tokens.actor(issued.secret())).contains(bob);
        assertThat(identity.tokens.actor(issued.secret())).as("from the cache").contains(bob);
        assertThat(identity.tokens.list(bob)).extracting(Token::label).containsExactly("shop");
        assertThat(identity.tokens.list(bob).get(0).lastUsed()).isEqualTo(identity.clock.instant());
        assertThat(identity.tokens.actor("amph_guess")).isEmpty();
        assertThat(identity.tokens.actor(null)).isEmpty();
    }

    @TestTemplate
    void neitherDatabaseNorEventsKnowTheSecret() throws Exception {
        Issued issued = identity.tokens.issue(bob, "shop", null);

        try (Connection c = db.dataSource().getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select secret_hash from api_token")) {
            r.next();
            assertThat(r.getString(1)).hasSize(64).doesNotContain(issued.secret().substring(5));
        }
        assertThat(db.events()).extracting(Event::payload).allSatisfy(p -> assertThat(p).doesNotContain(issued.secret()));
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @TestTemplate
    void revokedTokenIsRefusedAtOnceHereAndSoonElsewhere() {
        Identity otherNode = new Identity(db);
        Issued issued = identity.tokens.issue(bob, "shop", null);
        assertThat(identity.tokens.actor(issued.secret())).isPresent();
        assertThat(otherNode.tokens.actor(issued.secret())).isPresent();

        identity.tokens.revoke(bob, issued.token().id());

        assertThat(identity.tokens.actor(issued.secret())).isEmpty();
        otherNode.clock.forward(Duration.ofSeconds(5));
        assertThat(otherNode.tokens.actor(issued.secret())).isEmpty();
    }

    @TestTemplate
    void expiredTokenIsRefusedAndCleanedUp() {
        Issued issued = identity.tokens.issue(bob, "shop", identity.clock.instant().plusSeconds(60));
        assertThat(identity.tokens.actor(issued.secret())).isPresent();

        identity.clock.forward(Duration.ofSeconds(61));

        assertThat(identity.tokens.actor(issued.secret())).isEmpty();
        identity.tokens.issue(bob, "next", null);
        assertThat(identity.tokens.list(bob)).extracting(Token::label).containsExactly("next");
    }

    @TestTemplate
    void strangersNeitherSeeNorRevoke() {
        identity.user("eve", Role.MANAGER);
        Actor eve = identity.actor("eve");
        Issued issued = identity.tokens.issue(bob, "shop", null);

        assertThat(identity.tokens.list(eve)).isEmpty();
        assertThatThrownBy(() -> identity.tokens.revoke(eve, issued.token().id())).isInstanceOf(AmphoraException.NotFound.class);
        assertThat(identity.tokens.list(ROOT)).hasSize(1);
        identity.tokens.revoke(ROOT, issued.token().id());
        assertThat(identity.tokens.list(ROOT)).isEmpty();
    }

    @TestTemplate
    void refusesWhatMakesNoSense() {
        AmphoraException.Invalid refused = catchThrowableOfType(AmphoraException.Invalid.class, () -> identity.tokens.issue(bob, " ", identity.clock.instant()));

        assertThat(refused.problems()).extracting(Problem::field).containsExactly("label", "expires");
        assertThatThrownBy(() -> identity.tokens.issue(ROOT, "shop", null)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void knownTokenCostsMicroseconds() {
        String secret = identity.tokens.issue(bob, "shop", null).secret();
        for (int i = 0; i < 50_000; i++) {
            identity.tokens.actor(secret);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            identity.tokens.actor(secret);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("10,000 checks; a query each would take seconds").isLessThan(Duration.ofSeconds(1));
    }
}
