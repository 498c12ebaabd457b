package io.amphora.identity.api;

import io.amphora.common.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tokens for REST: long random texts, kept as hashes only. Thread-safe. */
@ProviderType
public interface Tokens {
    /**
     * @param user    sign-in name of whom it stands for
     * @param expires null for never
     */
    record Token(long id, String label, String user, Instant createdAt, Instant expires, Instant lastUsed) {
    }

    /** @param secret shown once, never again */
    record Issued(Token token, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    /** Issues a token for the acting user itself. */
    Issued issue(Actor by, String label, Instant expires);

    /** Own tokens; all tokens for who may {@code identity.manage}. */
    List<Token> list(Actor by);

    /** @throws io.amphora.common.AmphoraException.NotFound also for somebody else's token without {@code identity.manage} */
    void revoke(Actor by, long id);

    /** Who a secret stands for. Fast (a few microseconds when asked again); a revoked token is refused within 5 seconds on other nodes, at once on this one. */
    Optional<Actor> actor(String secret);
}
