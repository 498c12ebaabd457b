package io.amphora.returns.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.rest.ReturnIn.OrderLineIn;
import io.amphora.returns.rest.ReturnIn.SettlementIn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnJsonTest {
    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void saysWhatFailedAndThatItCanBeTriedAgain() {
        Return.Step failed = new Return.Step(1, Return.Step.Kind.REFUND, Return.Step.State.FAILED, 5L, eur("12.5000"), false, Problem.of("", "returns.declined", "the refund was declined: {0}", "no"), null);
        Return.Settlement settlement = new Return.Settlement(ReturnOutcome.REFUND, eur("12.5"), eur("0"), eur("0"), eur("12.5"), eur("12.5"), null, null, null, Instant.EPOCH, "fina", null, List.of(failed));
        Return r = new Return(3, "R2024-00001", ReturnKind.RETURN, 7, "A-7", 1L, "Ada", "EUR", ReturnState.SETTLING, ReturnOutcome.REFUND, null, null, null, null, Instant.EPOCH, "sara",
                Instant.EPOCH, "sara", null, Instant.EPOCH, List.of(), settlement, 4);

        ReturnJson json = ReturnJson.of(r);

        assertThat(json.possible()).containsExactly(ReturnAction.RETRY);
        assertThat(json.settlement().steps().get(0).problem()).isEqualTo("the refund was declined: no");
        assertThat(json.settlement().steps().get(0).amount()).isEqualTo(new BigDecimal("12.5"));
    }

    @Test
    void whatIsAbsentIsTakenForNothing() {
        NewSettlement plain = new SettlementIn(ReturnOutcome.REFUND, null, null, null, null, null, null).toNew();
        assertThat(plain).isEqualTo(NewSettlement.of(ReturnOutcome.REFUND));
        NewSettlement exchange = new SettlementIn(ReturnOutcome.EXCHANGE, Map.of(4L, BigDecimal.ONE), null, null, true, List.of(new OrderLineIn("SKU-1", BigDecimal.TEN, null)), "n").toNew();
        assertThat(exchange.lines()).hasSize(1);
        assertThat(exchange.byHand()).isTrue();
    }
}
