package io.amphora.ext.payment.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Money;
import io.amphora.payment.api.GatewayAnswer.Outcome;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.test.PaymentGatewayContract;
import org.junit.jupiter.api.Test;

class SimulatedGatewayTest extends PaymentGatewayContract {
    private final SimulatedGateway gateway = new SimulatedGateway();

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    private static GatewayRequest of(String key, String amount, String currency) {
        return new GatewayRequest(key, 1, "A-1", Money.of(amount, currency), null, null);
    }

    @Test
    void theLastDigitsOfTheAmountDecide() throws Exception {
        assertThat(gateway.authorise(of("a", "10.01", "EUR")).outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(gateway.authorise(of("b", "1001", "JPY")).outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(gateway.authorise(of("c", "10.04", "EUR")).outcome()).isEqualTo(Outcome.BY_PERSON);
        assertThat(gateway.authorise(of("d", "10.00", "EUR")).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void failsOnceAndAnswersWhenAskedAgain() throws Exception {
        assertThatThrownBy(() -> gateway.authorise(of("e", "10.03", "EUR"))).isInstanceOf(PaymentException.class);
        assertThat(gateway.authorise(of("e", "10.03", "EUR")).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void staysSilentUntilInterruptedButDoesIt() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gateway.authorise(of("f", "10.02", "EUR"))).isInstanceOf(PaymentException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(gateway.authorise(of("f", "10.02", "EUR")).outcome()).isEqualTo(Outcome.APPROVED);
    }
}
