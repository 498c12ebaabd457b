package io.amphora.notification.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every message transport must hold to. Extend it in the tests of the bundle that brings the transport; it must run against a receiver of the test's own. */
public abstract class MessageTransportContract {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final int AT_ONCE = 6;

    /** The transport under test, configured so that it reaches the test's receiver. */
    protected abstract MessageTransport transport();

    /** Somebody whom it reaches. */
    protected abstract Recipient recipient();

    /** @param transport the same, maybe configured otherwise */
    public record Silence(MessageTransport transport, Recipient to) {
    }

    /** Where nobody answers now: another server, or another recipient. Null if that cannot be. */
    protected abstract Silence silence();

    /** How many messages the receiver has got since the test began. */
    protected abstract int received();

    private static OutgoingMessage message(long id, Recipient to, String subject, String text, String html, String link) {
        return new OutgoingMessage(id, Occasion.ORDER_SHIPPED.id(), to, Locale.ENGLISH, subject, text, to.kind() == Recipient.Kind.WEBHOOK ? null : html, link, THEN);
    }

    private OutgoingMessage plain(long id, Recipient to) {
        String text = to.kind() == Recipient.Kind.WEBHOOK ? "{\"type\":\"order.shipped\"}" : "Your order is on its way.";
        return message(id, to, "Order A-1", text, "<html><body><p>Your order is on its way.</p></body></html>", "https://shop.example/track/1");
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(transport().title(locale)).isNotBlank().hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void saysHowLongItMayTake() {
        assertThat(transport().timeout()).isPositive().isLessThanOrEqualTo(LONGEST);
    }

    @Test
    void bringsAMessage() throws Exception {
        transport().send(plain(1, recipient()));

        assertThat(received()).isEqualTo(1);
    }

    @Test
    void bringsTextsOfEveryLanguageAndLengthAndWithoutALink() throws Exception {
        boolean json = recipient().kind() == Recipient.Kind.WEBHOOK;
        String text = json ? "{\"text\":\"订单已发出 😀\"}" : "订单已发出 😀\n.\n" + "长".repeat(20_000);
        transport().send(message(2, recipient(), "订单 A-1 😀 " + "x".repeat(200), text, "<html><body><p>订单已发出 😀</p></body></html>", null));

        assertThat(received()).isEqualTo(1);
    }

    @Test
    void takesTheSameMessageTwice() throws Exception {
        transport().send(plain(3, recipient()));

        assertThatCode(() -> transport().send(plain(3, recipient()))).doesNotThrowAnyException();
    }

    @Test
    void lineBreaksInASubjectAddNothingToTheMessage() throws Exception {
        Throwable refused = catchThrowable(() -> transport().send(message(4, recipient(), "Order A-1\r\nBcc: all@example.com", plain(4, recipient()).text(), "<p>x</p>", null)));

        assertThat(refused == null || refused instanceof TransportException || refused instanceof RuntimeException).isTrue();
        assertThat(received()).isLessThanOrEqualTo(1);
    }

    @Test
    void saysWhyAMessageCouldNotBeBroughtAndThatItMayBeTriedAgain() {
        Silence silence = silence();
        if (silence == null) {
            return;
        }
        Throwable refused = catchThrowable(() -> silence.transport().send(plain(5, silence.to())));

        assertThat(refused).as("a message that is lost must not look sent").isInstanceOf(TransportException.class);
        assertThat(refused.getMessage()).isNotBlank();
        assertThat(((TransportException) refused).forGood()).as("somebody may answer there later").isFalse();
    }

    @Test
    void severalAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                long id = 100 + i;
                all.add(() -> {
                    transport().send(plain(id, recipient()));
                    return null;
                });
            }
            for (Future<Void> one : threads.invokeAll(all, LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                one.get();
            }
            assertThat(received()).isEqualTo(AT_ONCE);
        } finally {
            threads.shutdownNow();
        }
    }
}
