package io.amphora.payment.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.api.PaymentTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentJsonTest {
    private static Payment payment(PaymentAction pending, PaymentStep.State state) {
        Money zero = Money.of("0", "JPY");
        return new Payment(5, 7, "A-7", 1L, PaymentKind.BALANCE, PaymentMethod.GATEWAY, "gone", "Old cards", PaymentState.PAID, Money.of("1200.0000", "JPY"), Money.of("1200.0000", "JPY"), zero, zero,
                LocalDate.of(2024, 3, 1), "r", null, pending, state, Instant.EPOCH, "x", Instant.EPOCH, 3);
    }

    @Test
    void amountsComeWithoutTheZerosOfTheDatabase() {
        PaymentJson json = PaymentJson.of(payment(null, null));

        assertThat(json.amount()).isEqualTo(new BigDecimal("1200"));
        assertThat(json.gatewayTitle()).isEqualTo("Old cards");
        assertThat(json.possible()).containsExactly(PaymentAction.REFUND);
    }

    @Test
    void nothingIsPossibleWhileSomethingIsPending() {
        assertThat(PaymentJson.of(payment(PaymentAction.REFUND, PaymentStep.State.TO_CONFIRM)).possible()).isEmpty();
    }

    @Test
    void positionAddsUp() {
        PositionJson json = PositionJson.of(PaymentPosition.of(7, "A-7", Money.of("1500", "JPY"), Money.of("100", "JPY"), PaymentTerms.NET_7, LocalDate.of(2024, 4, 1),
                List.of(payment(null, null)), 2));

        assertThat(json.credited().add(json.paid()).subtract(json.refunded()).add(json.open())).isEqualByComparingTo(json.total());
        assertThat(json.overdue()).isFalse();
    }

    @Test
    void anEmptyKeyIsNone() {
        assertThat(PaymentResource.key(" ")).isNull();
        assertThat(PaymentResource.key("k")).isEqualTo("k");
    }
}
