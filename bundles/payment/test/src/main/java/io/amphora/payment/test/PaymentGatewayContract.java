package io.amphora.payment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayAnswer.Outcome;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.PaymentGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every payment gateway must hold to. Extend it in the tests of the bundle that brings the gateway; it must run against a sandbox, never against real money. */
public abstract class PaymentGatewayContract {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** The gateway under test, configured as it comes. */
    protected abstract PaymentGateway gateway();

    /** Amounts that the gateway approves, or leaves to a person. */
    protected List<Money> amounts() {
        return List.of(Money.of("10.00", "EUR"), Money.of("0.50", "USD"), Money.of("1200", "JPY"), Money.of("3.500", "KWD"));
    }

    private static GatewayRequest request(Money amount, String reference) {
        return new GatewayRequest(UUID.randomUUID().toString(), 17, "A-17", amount, reference, "test");
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(gateway().title(locale)).isNotBlank().hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void answersAWholeLifeInTime() throws Exception {
        for (Money amount : amounts()) {
            long begin = System.nanoTime();
            GatewayAnswer authorised = gateway().authorise(request(amount, null));
            assertThat(authorised.outcome()).isIn(Outcome.APPROVED, Outcome.BY_PERSON);
            GatewayAnswer captured = gateway().capture(request(amount, authorised.reference()));
            assertThat(captured.outcome()).isIn(Outcome.APPROVED, Outcome.BY_PERSON);
            String reference = captured.reference() == null ? authorised.reference() : captured.reference();
            assertThat(gateway().refund(request(amount, reference)).outcome()).isIn(Outcome.APPROVED, Outcome.BY_PERSON);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE.multipliedBy(3));
        }
    }

    @Test
    void letsGoOfWhatItSetAside() throws Exception {
        GatewayAnswer authorised = gateway().authorise(request(amounts().get(0), null));

        assertThat(gateway().release(request(amounts().get(0), authorised.reference())).outcome()).isIn(Outcome.APPROVED, Outcome.BY_PERSON);
    }

    @Test
    void saysTheSameWhenAskedAgainUnderTheSameKey() throws Exception {
        GatewayRequest authorise = request(amounts().get(0), null);
        GatewayAnswer first = gateway().authorise(authorise);
        assertThat(gateway().authorise(authorise)).isEqualTo(first);
        GatewayRequest capture = request(amounts().get(0), first.reference());
        GatewayAnswer captured = gateway().capture(capture);
        assertThat(gateway().capture(capture)).isEqualTo(captured);
        GatewayRequest refund = request(amounts().get(0), captured.reference() == null ? first.reference() : captured.reference());
        assertThat(gateway().refund(refund)).isEqualTo(gateway().refund(refund));
    }

    @Test
    void keepsReferencesShortEnoughToBeKept() throws Exception {
        GatewayAnswer answer = gateway().authorise(request(amounts().get(0), null));

        assertThat(answer.reference() == null ? "" : answer.reference()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void bearsTheSameKeyAtOnce() throws Exception {
        PaymentGateway gateway = gateway();
        GatewayRequest request = request(amounts().get(0), null);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<GatewayAnswer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> gateway.authorise(request));
            }
            Set<GatewayAnswer> answers = new HashSet<>();
            for (Future<GatewayAnswer> f : pool.invokeAll(calls)) {
                answers.add(f.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }
}
