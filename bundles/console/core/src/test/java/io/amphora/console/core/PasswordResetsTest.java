package io.amphora.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.platform.api.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordResetsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final PasswordResets resets = new PasswordResets();

    @Test
    void sessionsFromBeforeEndWhenAnAdministratorSetsThePassword() {
        resets.on(List.of(new Event(1, "identity.password-set", "bob", "{\"by\":\"ada\",\"user\":\"bob\"}", NOON)));

        assertThat(resets.since("bob", NOON.minusSeconds(60).toEpochMilli())).isTrue();
        assertThat(resets.since("bob", NOON.plusSeconds(1).toEpochMilli())).isFalse();
        assertThat(resets.since("ada", 0)).isFalse();
    }

    @Test
    void whoChangesTheOwnPasswordStays() {
        resets.on(List.of(new Event(1, "identity.password-set", "bob", "{\"by\":\"bob\",\"user\":\"bob\"}", NOON), new Event(2, "identity.user-changed", "bob", "{\"by\":\"ada\"}", NOON)));

        assertThat(resets.since("bob", 0)).isFalse();
    }
}
