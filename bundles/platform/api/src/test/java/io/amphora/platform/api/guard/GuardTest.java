package io.amphora.platform.api.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService threads = Isolated.threads("test");
    private long now = 1;
    private final Breaker breaker = new Breaker(() -> now);
    private final Guard guard = new Guard(breaker, 2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private <T> T ask(Callable<T> work) throws NoAnswer {
        return guard.call(threads, SOON, work, answer -> answer == null ? "answered null" : null);
    }

    private void refused(Callable<?> work, NoAnswer.Why why, String message) {
        assertThatThrownBy(() -> ask(work)).isInstanceOfSatisfying(NoAnswer.class, e -> {
            assertThat(e.why()).isEqualTo(why);
            assertThat(e.getMessage()).contains(message);
        });
    }

    @Test
    void givesTheAnswerAndCounts() throws NoAnswer {
        assertThat(ask(() -> "yes")).isEqualTo("yes");

        assertThat(breaker.asked()).isEqualTo(1);
        assertThat(breaker.health()).isEqualTo("ok");
    }

    @Test
    void takesAnythingThrownAndNonsenseForFailures() {
        refused(() -> {
            throw new NoClassDefFoundError("org/nowhere");
        }, NoAnswer.Why.FAILED, "org/nowhere");
        refused(() -> null, NoAnswer.Why.FAILED, "answered null");

        assertThat(breaker.health()).isEqualTo("failing");
        assertThat(breaker.lastError()).isEqualTo("answered null");
    }

    @Test
    void restsAfterThreeFailuresAndThenTriesWithOne() throws NoAnswer {
        for (int i = 0; i < 3; i++) {
            refused(() -> null, NoAnswer.Why.FAILED, "null");
        }
        AtomicInteger asked = new AtomicInteger();
        refused(asked::incrementAndGet, NoAnswer.Why.RESTING, "null");
        assertThat(breaker.health()).isEqualTo("open");
        assertThat(guard.reserve()).isZero();

        now += Duration.ofMinutes(1).toNanos();
        assertThat(guard.reserve()).isEqualTo(1);
        guard.giveBack(1);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).as("a second one while the first tries").isFalse();

        now += Duration.ofMinutes(1).toNanos();
        ask(asked::incrementAndGet);
        assertThat(asked).hasValue(1);
        assertThat(breaker.health()).isEqualTo("ok");
    }

    @Test
    void doesNotWaitForWhatHangsAndGivesItNoFurtherThreads() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Callable<String> hangs = () -> {
            boolean over = false;
            while (!over) {
                try {
                    over = release.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    // deaf, as foreign code may be
                }
            }
            return "late";
        };
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> guard.call(threads, Duration.ofMillis(20), hangs, a -> null)).isInstanceOfSatisfying(NoAnswer.class, e -> assertThat(e.why()).isEqualTo(NoAnswer.Why.TIMED_OUT));
        }
        refused(() -> "x", NoAnswer.Why.BUSY, "too many");
        release.countDown();
        now += Duration.ofMinutes(2).toNanos();

        org.awaitility.Awaitility.await().ignoreExceptions().until(() -> {
            now += Duration.ofMinutes(2).toNanos();
            return ask(() -> "works again").equals("works again");
        });
    }

    @Test
    void aFairRefusalIsNoFailureOfTheExtension() {
        assertThat(guard.reserve()).isEqualTo(2);
        assertThatThrownBy(() -> guard.callInPlace(threads, SOON, () -> {
            throw new IllegalArgumentException("wrong address");
        }, a -> null, IllegalArgumentException.class::isInstance)).isInstanceOf(NoAnswer.class);
        guard.giveBack(1);

        assertThat(breaker.health()).isEqualTo("ok");
        assertThat(guard.reserve()).as("both places are free").isEqualTo(2);
    }
}
