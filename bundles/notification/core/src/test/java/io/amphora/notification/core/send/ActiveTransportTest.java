package io.amphora.notification.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActiveTransportTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong nanos = new AtomicLong();
    private FakeTransports.Sending sending = m -> { };

    private final ActiveTransport transport = new ActiveTransport(new MessageTransport() {
        @Override
        public String title(Locale locale) {
            throw new IllegalStateException("no title");
        }

        @Override
        public void send(OutgoingMessage message) throws TransportException {
            sending.send(message);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(50);
        }
    }, "sms", Set.of(Recipient.Kind.PERSON), "b", "1", nanos::get);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private ActiveTransport.Outcome send() {
        int places = transport.reserve();
        assertThat(places).isPositive();
        transport.giveBack(places - 1);
        return transport.send(to(Recipient.Kind.PERSON, "mia@example.com"), threads);
    }

    private static OutgoingMessage to(Recipient.Kind kind, String address) {
        return new OutgoingMessage(1, "order.shipped", new Recipient(kind, "x", "X", address), Locale.ENGLISH, "Subject", "Text", null, null, Instant.EPOCH);
    }

    private ActiveTransport.Outcome post(String address) {
        transport.giveBack(transport.reserve() - 1);
        return transport.send(to(Recipient.Kind.WEBHOOK, address), threads);
    }

    @Test
    void aDeadWebhookSilencesNoOther() {
        AtomicInteger dead = new AtomicInteger();
        sending = m -> {
            if (m.to().address().equals("https://dead")) {
                dead.incrementAndGet();
                throw new TransportException("no answer", false);
            }
        };
        for (int i = 0; i < 2 * ActiveTransport.FAILURES; i++) {
            assertThat(post("https://dead").error()).isEqualTo("no answer");
            assertThat(post("https://alive").error()).isNull();
        }
        assertThat(dead).as("it rests").hasValue(ActiveTransport.FAILURES);
        assertThat(transport.health()).isEqualTo("ok");
        assertThat(free()).isEqualTo(ActiveTransport.AT_ONCE);
        nanos.addAndGet(ActiveTransport.REST.toNanos() + 1);
        post("https://dead");
        assertThat(dead).as("and is tried again").hasValue(ActiveTransport.FAILURES + 1);
    }

    @Test
    void aDeadWebhookIsLoggedOnceAndItsAddressIsKeptSecret() {
        AtomicInteger times = new AtomicInteger();
        sending = m -> {
            if (m.to().address().startsWith("https://dead") && times.incrementAndGet() != 5) {
                throw new TransportException("failure " + times, false);
            }
        };
        String log = logged(() -> {
            for (int i = 0; i < 6; i++) {
                post("https://dead.example/secret");
                post("https://alive.example");
            }
        });

        assertThat(log.lines().filter(l -> l.contains("dead.example")).map(l -> l.substring(l.indexOf("failure ")))).as("again only after it worked").containsExactly("failure 1", "failure 6");
        assertThat(log).doesNotContain("secret");
    }

    private static String logged(Runnable work) {
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(err);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    private int free() {
        int places = transport.reserve();
        transport.giveBack(places);
        return places;
    }

    @Test
    void isLeftAloneAfterFailuresInARowAndTriedWithOneMessageLater() {
        sending = m -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < ActiveTransport.FAILURES; i++) {
            assertThat(send().error()).isEqualTo("broken");
        }
        assertThat(transport.reserve()).isZero();
        assertThat(transport.health()).isEqualTo("open");

        nanos.addAndGet(ActiveTransport.REST.toNanos());
        sending = m -> { };
        assertThat(transport.reserve()).as("a trial").isEqualTo(1);
        assertThat(transport.send(to(Recipient.Kind.PERSON, "mia@example.com"), threads)).isEqualTo(ActiveTransport.Outcome.SENT);
        assertThat(free()).isEqualTo(ActiveTransport.AT_ONCE);
        assertThat(transport.health()).isEqualTo("ok");
        assertThat(transport.title(Locale.ENGLISH)).isEqualTo("sms");
    }

    @Test
    void wrongAddressesDoNotCountAgainstIt() {
        sending = m -> {
            throw new TransportException("no such user", true);
        };
        for (int i = 0; i < 2 * ActiveTransport.FAILURES; i++) {
            assertThat(send().forGood()).isTrue();
        }
        assertThat(free()).isEqualTo(ActiveTransport.AT_ONCE);
    }

    @Test
    void oneThatHangsIsLeftAtItsDeadlineAndKeepsItsPlace() {
        CountDownLatch stuck = new CountDownLatch(1);
        sending = m -> {
            boolean waiting = true;
            while (waiting) {
                try {
                    stuck.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    // deaf to it
                    waiting = stuck.getCount() > 0;
                }
            }
        };
        assertThat(send().error()).isEqualTo("no answer within 50 ms");
        assertThat(free()).isEqualTo(ActiveTransport.AT_ONCE - 1);
        stuck.countDown();
        await().until(() -> free() == ActiveTransport.AT_ONCE);
    }
}
