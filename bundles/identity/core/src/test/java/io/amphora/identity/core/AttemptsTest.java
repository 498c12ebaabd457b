package io.amphora.identity.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final MovingClock clock = new MovingClock();
    private final Attempts attempts = new Attempts(3, Duration.ofMinutes(15), clock);

    @Test
    void shutsOutAfterTheLimitAndSaysSoOnce() {
        assertThat(attempts.failed("bob")).isFalse();
        assertThat(attempts.failed("bob")).isFalse();
        assertThat(attempts.exhausted("bob")).isFalse();
        assertThat(attempts.failed("bob")).isTrue();
        assertThat(attempts.failed("bob")).isFalse();

        assertThat(attempts.exhausted("bob")).isTrue();
        assertThat(attempts.exhausted("eve")).isFalse();
    }

    @Test
    void forgetsWhatIsLongAgo() {
        attempts.failed("bob");
        attempts.failed("bob");
        clock.forward(Duration.ofMinutes(14));
        attempts.failed("bob");
        assertThat(attempts.exhausted("bob")).isTrue();

        clock.forward(Duration.ofMinutes(2));

        assertThat(attempts.exhausted("bob")).isFalse();
    }

    @Test
    void successWipesTheSlate() {
        attempts.failed("bob");
        attempts.failed("bob");
        attempts.succeeded("bob");
        attempts.failed("bob");

        assertThat(attempts.exhausted("bob")).isFalse();
    }

    @Test
    void rememberedKeysAreBounded() {
        for (int i = 0; i < 3; i++) {
            attempts.failed("first");
        }
        for (int i = 0; i < 20_000; i++) {
            attempts.failed("guess" + i);
        }

        assertThat(attempts.exhausted("first")).isFalse();
    }
}
