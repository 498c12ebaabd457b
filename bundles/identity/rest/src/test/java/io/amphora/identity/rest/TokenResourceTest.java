package io.amphora.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.identity.api.SignIn;
import io.amphora.identity.api.Tokens;
import io.amphora.web.api.ActorPrincipal;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.junit.jupiter.api.Test;

class TokenResourceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Actor bob = new Actor("bob", "Bob", Set.of());
    private final List<String> asked = new ArrayList<>();
    private final TokenResource resource = new TokenResource(new FakeTokens(), new FakeSignIn(), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void passwordGetsATokenForADayUnlessAskedOtherwise() {
        Response answer = resource.issue(signedIn(null), from("10.0.0.1"), new TokenIn("script", null, "bob", "right"));

        assertThat(answer.getStatus()).isEqualTo(201);
        IssuedTokenJson issued = (IssuedTokenJson) answer.getEntity();
        assertThat(issued.secret()).isEqualTo("amph_x");
        assertThat(issued.user()).isEqualTo("bob");
        assertThat(issued.expires()).isEqualTo(NOON.plusSeconds(24 * 3600));
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(asked).containsExactly("bob from 10.0.0.1");
    }

    @Test
    void wrongPasswordIs401EvenWithAGoodToken() {
        assertThatThrownBy(() -> resource.issue(signedIn(bob), from("10.0.0.1"), new TokenIn("script", null, "bob", "wrong"))).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void bearerGetsAnotherTokenThatLastsAsAsked() {
        IssuedTokenJson issued = (IssuedTokenJson) resource.issue(signedIn(bob), from("10.0.0.1"), new TokenIn("shop", null, null, null)).getEntity();

        assertThat(issued.user()).isEqualTo("bob");
        assertThat(issued.expires()).isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void nobodyGetsNothing() {
        assertThatThrownBy(() -> resource.issue(signedIn(null), from("10.0.0.1"), new TokenIn("shop", null, null, null))).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void textsOfRequestsAndAnswersHideSecrets() {
        assertThat(new TokenIn("shop", null, "bob", "hush-hush").toString()).doesNotContain("hush");
        assertThat(new UserIn("bob", "Bob", null, List.of(), "hush-hush").toString()).doesNotContain("hush");
        assertThat(new PasswordIn("hush-hush").toString()).doesNotContain("hush");
        assertThat(new OwnPasswordIn("hush-hush", "hush").toString()).doesNotContain("hush");
        assertThat(new SetupIn("hush", "ada", "Ada", null, "hush-hush").toString()).doesNotContain("hush");
        assertThat(new IssuedTokenJson(1, "shop", "bob", NOON, null, "hush").toString()).doesNotContain("hush");
    }

    private static HttpServletRequest from(String address) {
        return (HttpServletRequest) Proxy.newProxyInstance(TokenResourceTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> address);
    }

    private static SecurityContext signedIn(Actor actor) {
        Principal principal = actor == null ? null : new ActorPrincipal(actor);
        return (SecurityContext) Proxy.newProxyInstance(TokenResourceTest.class.getClassLoader(), new Class<?>[] {SecurityContext.class}, (proxy, method, args) -> principal);
    }

    private final class FakeSignIn implements SignIn {
        @Override
        public Optional<Actor> authenticate(String name, String password, String from) {
            asked.add(name + " from " + from);
            return "right".equals(password) ? Optional.of(bob) : Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name) {
            return Optional.of(bob);
        }
    }

    private static final class FakeTokens implements Tokens {
        @Override
        public Issued issue(Actor by, String label, Instant expires) {
            return new Issued(new Token(1, label, by.name(), NOON, expires, null), "amph_x");
        }

        @Override
        public List<Token> list(Actor by) {
            return List.of();
        }

        @Override
        public void revoke(Actor by, long id) {
        }

        @Override
        public Optional<Actor> actor(String secret) {
            return Optional.empty();
        }
    }
}
