package io.amphora.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentActionTest {
    @Test
    void everyStateIsReachedFromDue() {
        Set<PaymentState> reached = EnumSet.of(PaymentState.DUE);
        Deque<PaymentState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            PaymentAction.nextOf(open.pop()).forEach(a -> a.to().stream().filter(reached::add).forEach(open::push));
        }

        assertThat(reached).containsExactlyInAnyOrder(PaymentState.values());
    }

    @Test
    void onlyFinalStatesLeadNowhere() {
        for (PaymentState state : PaymentState.values()) {
            assertThat(PaymentAction.nextOf(state).isEmpty()).as(state.name()).isEqualTo(state.isFinal());
        }
    }

    @Test
    void moneyIsGivenBackOnlyWhereItWasReceived() {
        assertThat(PaymentAction.REFUND.from()).allMatch(PaymentState::received);
        assertThat(PaymentAction.CANCEL.from()).noneMatch(PaymentState::received);
    }

    @Test
    void termsGiveTheDueDate() {
        LocalDate placed = LocalDate.of(2024, 2, 20);

        assertThat(PaymentTerms.IMMEDIATE.dueOn(placed, null)).isEqualTo(placed);
        assertThat(PaymentTerms.NET_14.dueOn(placed, null)).isEqualTo(LocalDate.of(2024, 3, 5));
        assertThat(PaymentTerms.CASH_ON_DELIVERY.dueOn(placed, null)).isNull();
        assertThat(PaymentTerms.CASH_ON_DELIVERY.dueOn(placed, LocalDate.of(2024, 3, 1))).isEqualTo(LocalDate.of(2024, 3, 1));
    }
}
