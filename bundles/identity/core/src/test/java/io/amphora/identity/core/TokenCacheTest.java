package io.amphora.identity.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Actor;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private final Actor bob = new Actor("bob", "Bob", Set.of());
    private final TokenCache cache = new TokenCache();

    @Test
    void knowsATokenForFiveSeconds() {
        cache.put(cache.generation(), "h", bob, NOW, null);

        assertThat(cache.get("h", NOW.plusSeconds(4))).isEqualTo(bob);
        assertThat(cache.get("h", NOW.plusSeconds(5))).isNull();
    }

    @Test
    void neverOutlivesTheToken() {
        cache.put(cache.generation(), "h", bob, NOW, NOW.plusSeconds(1));

        assertThat(cache.get("h", NOW.plusSeconds(1))).isNull();
    }

    @Test
    void answerReadBeforeARevocationIsNotKept() {
        long asked = cache.generation();
        cache.clear();
        cache.put(asked, "h", bob, NOW, null);

        assertThat(cache.get("h", NOW)).isNull();
    }
}
