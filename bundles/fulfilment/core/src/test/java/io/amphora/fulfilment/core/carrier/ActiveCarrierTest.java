package io.amphora.fulfilment.core.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.fulfilment.core.carrier.ActiveCarrier.Asked;
import io.amphora.platform.api.guard.Breaker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActiveCarrierTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ActiveCarrier carrier = new ActiveCarrier(new OwnDelivery(), "own", "b", "1", Duration.ofMillis(200), nanos::get);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void hangingCallEndsAtTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        Asked<String> asked = carrier.ask("x", threads, c -> {
            never.await();
            return "late";
        });

        assertThat(asked.answer()).isNull();
        assertThat(asked.error()).contains("no answer within");
    }

    @Test
    void restsAfterThreeFailuresAndIsAskedAgainLater() {
        for (int i = 0; i < Breaker.FAILURES; i++) {
            assertThat(carrier.<String>ask("x", threads, c -> {
                throw new NoSuchMethodError("broken");
            }).error()).contains("broken");
        }
        assertThat(carrier.resting()).isTrue();
        assertThat(carrier.info(Locale.ENGLISH).health()).isEqualTo("open");
        assertThat(carrier.ask("x", threads, c -> "fine").answer()).isNull();
        nanos.addAndGet(Breaker.REST.toNanos() + 1);
        assertThat(carrier.ask("x", threads, c -> "fine").answer()).isEqualTo("fine");
        assertThat(carrier.info(Locale.ENGLISH).health()).isEqualTo("ok");
    }

    @Test
    void failuresAreToldOnceAnHourOnOneLine() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < 8; i++) {
                carrier.<String>ask("label of A-" + i, threads, c -> {
                    throw new IllegalStateException("no line");
                });
                nanos.addAndGet(Duration.ofMinutes(10).toNanos());
            }
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8).lines().map(l -> l.replaceFirst(".*(Carrier own)", "$1"))).containsExactly(
                "Carrier own of b failed on label of A-0 (failure 1): java.lang.IllegalStateException: no line", "Carrier own of b failed on label of A-6 (failure 7): java.lang.IllegalStateException: no line");
    }

    @Test
    void foreignTextsAreMadeToFit() {
        assertThat(ActiveCarrier.cut("a\u0000b\ud800c", 10)).isEqualTo("abc");
        assertThat(ActiveCarrier.cut("x".repeat(20), 10)).hasSize(10).endsWith("…");
        assertThat(ActiveCarrier.cut(null, 10)).isNull();
    }
}
