package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.Return.Step;
import io.amphora.returns.api.ReturnDesk.Arrival;
import io.amphora.returns.api.ReturnDesk.NewLine;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnDesk.Verdict;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReturnEntities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases({ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class ReturnsTest {
    private final Shop shop;

    ReturnsTest(TestDatabase db) {
        shop = new Shop(db);
    }

    @BeforeEach
    void rules() {
        shop.settings.clear();
    }

    private static BigDecimal n(String n) {
        return new BigDecimal(n);
    }

    private Return settle(Return r, NewSettlement s) {
        return shop.desk.settle(Shop.FINANCE, r.id(), r.version(), s);
    }

    private Return settle(Return r, ReturnOutcome outcome) {
        return settle(r, NewSettlement.of(outcome));
    }

    @TestTemplate
    void whatWasGivenBackByHandIsNotGivenBackAgain(TestDatabase db) {
        Order order = shop.delivered("EUR", "0.00", "SKU-1 3 10.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        var paid = shop.pay.payments.position(Shop.ALL, order.id()).payments().get(0);
        shop.pay.desk.refund(Shop.ALL, paid.id(), paid.version(), n("13"), true, "for the trouble", null);
        Return r = shop.inspected(shop.received(shop.approved(order, "0 3")), Disposition.RESTOCK);

        RefundQuote quote = shop.returns.quote(Shop.FINANCE, r.id(), NewSettlement.of(ReturnOutcome.REFUND));
        assertThat(quote.givenBefore()).isEqualTo(Money.of("13.00", "EUR"));
        assertThat(quote.giveBack()).isEqualTo(Money.of("17.00", "EUR"));
        assertThat(settle(r, ReturnOutcome.REFUND).settlement().giveBack()).isEqualTo(quote.giveBack());
        PaymentPosition after = shop.pay.payments.position(Shop.ALL, order.id());
        assertThat(after.open().amount()).isZero();
    }

    @TestTemplate
    void goodsComeBackInPartsAndMoneyGoesTheWayItCame(TestDatabase db) {
        Order order = shop.delivered("EUR", "5.00", "SKU-1 3 9.99", "SKU-2 1 20.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        Return r = shop.approved(order, "0 3", "1 1");
        assertThat(r.number()).matches("R\\d{4}-\\d{5}");
        assertThat(new ReturnsInUse(db.tx("returns")).concerns(java.util.Set.of("returns"), List.of())).extracting(io.amphora.common.Problem::message)
                .containsExactly("one open return rests until this is on again");
        r = shop.desk.send(Shop.SERVICE, r.id(), r.version(), "DHL", "T1");
        r = shop.desk.receive(Shop.WAREHOUSE, r.id(), r.version(), List.of(new Arrival(r.lines().get(0).id(), n("1"), ItemCondition.AS_NEW, null),
                new Arrival(r.lines().get(0).id(), n("1"), ItemCondition.DAMAGED, "scratched")));
        assertThat(r.state()).isEqualTo(ReturnState.RECEIVED);
        r = shop.desk.inspect(Shop.WAREHOUSE, r.id(), r.version(), List.of(new Verdict(r.lines().get(0).receipts().get(0).id(), null, Disposition.RESTOCK, shop.main.id()),
                new Verdict(r.lines().get(0).receipts().get(1).id(), null, Disposition.QUARANTINE, null)));
        assertThat(r.state()).isEqualTo(ReturnState.INSPECTED);
        r = shop.inspected(shop.received(r), Disposition.SCRAP);
        assertThat(r.state()).isEqualTo(ReturnState.INSPECTED);

        r = settle(r, ReturnOutcome.REFUND);

        assertThat(r.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(r.settlement().giveBack()).isEqualTo(Money.of("54.97", "EUR"));
        assertThat(r.settlement().charges()).as("all of the order came back").isEqualTo(Money.of("5.00", "EUR"));
        assertThat(shop.refunds.values()).usingElementComparator(BigDecimal::compareTo).containsExactly(n("54.97"));
        PaymentPosition position = shop.pay.payments.position(Shop.ALL, order.id());
        assertThat(position.open().amount()).isZero();
        assertThat(shop.told).containsSubsequence(order.id() + " return-requested " + r.number(), order.id() + " return-settled " + r.number(),
                order.id() + " payment-refunded 54.97 EUR, Cards", order.id() + " return-completed " + r.number());
        assertThat(position.credited()).isEqualTo(position.total());
        Location quarantine = shop.locations.list(Shop.ALL).stream().filter(l -> l.code().equals("QUARANTINE")).findFirst().orElseThrow();
        assertThat(quarantine.active()).isFalse();
        assertThat(shop.onHand("SKU-1", shop.main.id())).isEqualByComparingTo("1");
        assertThat(shop.onHand("SKU-1", quarantine.id())).isEqualByComparingTo("1");
        assertThat(shop.onHand("SKU-2", shop.main.id())).as("scrapped").isZero();
        assertThat(shop.stock.movements(Shop.ALL, "SKU-1", null, PageRequest.first(10)).items()).extracting(Movement::reference).containsOnly("return:" + r.number());
        assertThat(shop.stock.verify(Shop.ALL)).isEmpty();
        assertThat(db.events()).filteredOn(e -> e.topic().startsWith("returns.")).extracting(Event::topic).contains("returns.requested", "returns.approved", "returns.sent", "returns.received",
                "returns.inspected", "returns.settled", "returns.completed");
    }

    @TestTemplate
    void whatMayNotComeBackIsNamedAllAtOnceAndSomebodyMaySayOtherwise() {
        Order order = shop.delivered("EUR", "0", "SKU-1 3 10", "HYGIENE-1 1 10", "SKU-3 1 10");
        shop.policy.change(Shop.ALL, new Rules(1, 90, List.of("HYGIENE-*"), n("0"), true, null));

        AmphoraException late = catchThrowableOfType(AmphoraException.Refused.class, () -> shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 4", "1 1"), null));
        assertThat(late.problems()).extracting(Problem::code).containsExactly("returns.too-late", "returns.excluded");
        assertThat(late.problems()).extracting(Problem::field).containsExactly("lines[0]", "lines[1]");

        NewReturn because = new NewReturn(ReturnKind.RETURN, ReturnOutcome.REFUND, null, "good customer", Shop.wanted(order, "0 3", "1 1").lines());
        assertThat(catchThrowableOfType(AmphoraException.NotPermitted.class, () -> shop.desk.request(Shop.SERVICE, order.id(), because, null))).isNotNull();
        assertThat(shop.desk.request(Shop.BOSS, order.id(), because, null).overrideReason()).isEqualTo("good customer");
        AmphoraException nothingLeft = catchThrowableOfType(AmphoraException.Refused.class, () -> shop.desk.request(Shop.BOSS, order.id(), because, null));
        assertThat(nothingLeft.problems()).extracting(Problem::code).containsOnly("returns.nothing-left");
    }

    @TestTemplate
    void allThatIsWrongWithARequestIsNamed() {
        Order order = shop.delivered("EUR", "0", "SKU-1 3 10");
        NewReturn bad = new NewReturn(ReturnKind.CLAIM, null, null, null, List.of(new NewLine(order.lines().get(0).id(), n("0"), "UNWANTED", null), new NewLine(order.lines().get(0).id(), n("1"), "MISSING", "x\u0000")));

        AmphoraException e = catchThrowableOfType(AmphoraException.Invalid.class, () -> shop.desk.request(Shop.SERVICE, order.id(), bad, null));

        assertThat(e.problems()).extracting(Problem::field).containsExactly("lines[0].quantity", "lines[0].reason", "lines[1].note", "lines[1].orderLineId");
    }

    @TestTemplate
    void theSameKeyMakesOneReturn() {
        Order order = shop.delivered("EUR", "0", "SKU-1 3 10");
        Return first = shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 1"), "k");

        assertThat(shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 1"), "k").id()).isEqualTo(first.id());
        assertThat(catchThrowableOfType(AmphoraException.Invalid.class, () -> shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 2"), "k"))).isNotNull();
        assertThat(shop.returns.list(Shop.SERVICE, ReturnFilter.ofOrder(order.id()), PageRequest.first(5)).items()).hasSize(1);
        assertThat(shop.returns.findByNumber(Shop.SERVICE, first.number().toLowerCase())).isPresent();
    }

    @TestTemplate
    void storeCreditIsGivenAndSpent() {
        Order order = shop.delivered("EUR", "0", "SKU-1 2 25.00");
        shop.paid(order, PaymentMethod.BANK_TRANSFER, null);

        Return r = settle(shop.back(order, "0 2"), ReturnOutcome.STORE_CREDIT);

        assertThat(r.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.pay.credits.balances(Shop.ALL, 7).get(0).amount()).isEqualTo(Money.of("50.00", "EUR"));
        Order next = shop.delivered("EUR", "0", "SKU-2 1 30.00");
        PaymentPosition paid = shop.pay.credits.spend(Shop.ALL, next.id(), null, "s");
        assertThat(paid.open().amount()).isZero();
        assertThat(shop.pay.credits.spend(Shop.ALL, next.id(), null, "s").paid()).isEqualTo(paid.paid());
        assertThat(shop.pay.credits.balances(Shop.ALL, 7).get(0).amount()).isEqualTo(Money.of("20.00", "EUR"));

        Return again = settle(shop.back(next, "0 1"), ReturnOutcome.REFUND);
        assertThat(again.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.pay.credits.balances(Shop.ALL, 7).get(0).amount()).as("goes where it came from").isEqualTo(Money.of("50.00", "EUR"));
    }

    @TestTemplate
    void aReplacementIsAnOrderForNothingAndMadeOnce() {
        Order order = shop.delivered("EUR", "0", "SKU-1 2 25.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        Return claim = shop.desk.request(Shop.SERVICE, order.id(), new NewReturn(ReturnKind.CLAIM, ReturnOutcome.REPLACEMENT, null, null,
                List.of(new NewLine(order.lines().get(0).id(), n("1"), "MISSING", null))), null);
        claim = shop.desk.approve(Shop.SERVICE, claim.id(), claim.version(), null);
        assertThat(claim.state()).as("nothing has to come").isEqualTo(ReturnState.INSPECTED);

        Return r = settle(claim, ReturnOutcome.REPLACEMENT);

        assertThat(r.state()).isEqualTo(ReturnState.COMPLETED);
        Order made = shop.orders.get(r.settlement().newOrderId());
        assertThat(made.channel()).isEqualTo("returns");
        assertThat(made.externalId()).isEqualTo(r.number());
        assertThat(made.total().amount()).isZero();
        assertThat(shop.refunds).isEmpty();
        assertThat(shop.pay.payments.position(Shop.ALL, order.id()).credited().amount()).isZero();
    }

    @TestTemplate
    void aReplacementThatComesBackIsWorthWhatWasPaidForTheFirst() {
        Order order = shop.delivered("EUR", "5.00", "SKU-1 2 25.00", "SKU-2 1 10.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        Return swapped = settle(shop.back(order, "0 2", "1 1"), ReturnOutcome.REPLACEMENT);
        Order second = shop.arrived(swapped.settlement().newOrderId());
        Return again = settle(shop.back(second, "0 1"), ReturnOutcome.REPLACEMENT);
        Order third = shop.arrived(again.settlement().newOrderId());

        Return r = settle(shop.back(third, "0 1"), ReturnOutcome.REFUND);
        assertThat(r.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(r.settlement().credit()).isEqualTo(Money.of("25.00", "EUR"));
        assertThat(shop.refunded(order)).isEqualByComparingTo("25.00");
        assertThat(shop.pay.payments.position(Shop.ALL, third.id()).credited().amount()).isZero();

        Return rest = settle(shop.back(second, "0 1", "1 1"), ReturnOutcome.REFUND);
        assertThat(rest.settlement().credit()).as("all came back: the charges, too").isEqualTo(Money.of("40.00", "EUR"));
        assertThat(shop.refunded(order)).isEqualByComparingTo("65.00");
    }

    @TestTemplate
    void whatWaitsForAnotherRefundOfTheSamePaymentIsNotPlannedTwice() {
        Order order = shop.delivered("EUR", "0", "SKU-1 3 10.00");
        shop.paid(order, PaymentMethod.GATEWAY, "15.00");
        shop.paid(order, PaymentMethod.CASH, null);
        shop.answer = r -> GatewayAnswer.byPerson("look");
        Return first = settle(shop.back(order, "0 1"), ReturnOutcome.REFUND);
        Return second = settle(shop.back(order, "0 1"), ReturnOutcome.REFUND);
        Return third = settle(shop.back(order, "0 1"), ReturnOutcome.REFUND);
        assertThat(third.state()).as("all of it from the money that nobody waits for").isEqualTo(ReturnState.COMPLETED);

        shop.answer = r -> GatewayAnswer.approved("ok");
        Payment card = shop.pay.payments.position(Shop.ALL, order.id()).payments().stream().filter(p -> p.method() == PaymentMethod.GATEWAY).findFirst().orElseThrow();
        shop.pay.desk.confirm(Shop.ALL, card.id(), card.version(), true, "seen");
        for (int i = 0; i < 3; i++) {
            shop.steps.sweep(java.time.Instant.now().plus(java.time.Duration.ofHours(1)), 100);
            shop.steps.heard(order.id());
        }
        assertThat(shop.returns.find(Shop.ALL, first.id()).state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.returns.find(Shop.ALL, second.id()).state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.refunded(order)).isEqualByComparingTo("30.00");
    }

    @TestTemplate
    void anExchangeForLessGivesTheDifferenceBackAndForMoreLeavesItOpen() {
        Order order = shop.delivered("EUR", "0", "SKU-1 2 25.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        Return asked = shop.back(order, "0 1");
        RefundQuote quote = shop.returns.quote(Shop.FINANCE, asked.id(), new NewSettlement(ReturnOutcome.EXCHANGE, null, null, null, false, List.of(new NewOrder.Line("SKU-9", n("2"), n("20.00")), new NewOrder.Line("SKU-8", n("1"), null)), null));
        assertThat(quote.newGoods()).isEqualTo(Money.of("50.00", "EUR"));
        assertThat(quote.difference()).isEqualTo(Money.of("25.00", "EUR"));
        assertThatThrownBy(() -> shop.returns.quote(Shop.FINANCE, asked.id(), new NewSettlement(ReturnOutcome.EXCHANGE, null, null, null, false, List.of(new NewOrder.Line("SKU-9", n("0"), n("-1"))), null)))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).contains("lines[0].quantity", "lines[0].unitPrice"));
        Return less = settle(asked, new NewSettlement(ReturnOutcome.EXCHANGE, null, null, null, false, List.of(new NewOrder.Line("SKU-9", n("1"), n("20.00"))), null));
        assertThat(less.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.refunds.values()).usingElementComparator(BigDecimal::compareTo).containsExactly(n("5.00"));
        assertThat(shop.pay.payments.position(Shop.ALL, less.settlement().newOrderId()).open().amount()).isZero();

        Return more = settle(shop.back(order, "0 1"), new NewSettlement(ReturnOutcome.EXCHANGE, null, null, null, false, List.of(new NewOrder.Line("SKU-9", n("1"), n("40.00"))), null));
        assertThat(more.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.refunds).hasSize(1);
        assertThat(shop.pay.payments.position(Shop.ALL, more.settlement().newOrderId()).open()).isEqualTo(Money.of("15.00", "EUR"));
        assertThat(shop.pay.credits.balances(Shop.ALL, 7).get(0).amount().amount()).isZero();
        assertThat(shop.pay.payments.position(Shop.ALL, order.id()).open().amount()).isZero();
    }

    @TestTemplate
    void anExchangeThatCannotBeOrderedNeverWas() {
        Order order = shop.delivered("EUR", "0", "SKU-1 2 25.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        Return back = shop.back(order, "0 2");
        shop.refuseOrders = new AmphoraException.Refused(Problem.of("lines[0].quantity", "stock.short", "short"));

        assertThat(catchThrowableOfType(AmphoraException.Refused.class, () -> settle(back, new NewSettlement(ReturnOutcome.EXCHANGE, null, null, null, false,
                List.of(new NewOrder.Line("SKU-9", n("1"), null)), null)))).isNotNull();

        Return now = shop.returns.find(Shop.FINANCE, back.id());
        assertThat(now.state()).isEqualTo(ReturnState.INSPECTED);
        assertThat(now.settlement()).isNull();
        assertThat(settle(now, ReturnOutcome.REFUND).settlement().giveBack()).isEqualTo(Money.of("50.00", "EUR"));
    }

    @TestTemplate
    void whatWasNotPaidIsOnlyOwedNoMore() {
        Order order = shop.delivered("EUR", "0", "SKU-1 4 25.00");
        shop.paid(order, PaymentMethod.CASH, "60.00");

        Return r = settle(shop.back(order, "0 2"), ReturnOutcome.REFUND);

        assertThat(r.settlement().credit()).isEqualTo(Money.of("50.00", "EUR"));
        assertThat(r.settlement().giveBack()).as("40 were open").isEqualTo(Money.of("10.00", "EUR"));
        assertThat(shop.refunded(order)).isEqualByComparingTo("10");
    }

    @TestTemplate
    void severalPaymentsAreGivenBackGatewayFirstAndAFeeIsKept() {
        Order order = shop.delivered("EUR", "0", "SKU-1 4 25.00");
        shop.paid(order, PaymentMethod.CASH, "30.00");
        shop.paid(order, PaymentMethod.GATEWAY, "70.00");
        shop.policy.change(Shop.ALL, new Rules(30, 90, List.of(), n("10"), false, null));
        assertThat(shop.policy.rules(Shop.ALL)).isEqualTo(new Rules(30, 90, List.of(), n("10"), false, null));

        Return r = settle(shop.back(order, "0 4"), ReturnOutcome.REFUND);

        assertThat(r.settlement().fee()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(r.settlement().steps()).extracting(s -> s.amount().amount()).usingElementComparator(BigDecimal::compareTo).containsExactly(n("70"), n("20"));
        assertThat(r.settlement().steps()).extracting(Step::byHand).containsExactly(false, true);
        assertThat(shop.refunded(order)).isEqualByComparingTo("90");
    }

    @TestTemplate
    void aboveTheLimitASecondPersonSettles() {
        Order order = shop.delivered("EUR", "0", "SKU-1 1 600.00");
        shop.paid(order, PaymentMethod.CASH, null);
        Return asked = shop.desk.request(Shop.BOSS, order.id(), Shop.wanted(order, "0 1"), null);
        Return back = shop.inspected(shop.received(shop.desk.approve(Shop.SERVICE, asked.id(), asked.version(), null)), Disposition.RESTOCK);

        AmphoraException e = catchThrowableOfType(AmphoraException.Refused.class, () -> shop.desk.settle(Shop.BOSS, back.id(), back.version(), NewSettlement.of(ReturnOutcome.REFUND)));
        assertThat(Shop.problem(e).code()).isEqualTo("returns.four-eyes");
        assertThat(settle(back, ReturnOutcome.REFUND).state()).isEqualTo(ReturnState.COMPLETED);
    }

    @TestTemplate
    void withoutItsGatewayMoneyGoesBackByHand() {
        Order order = shop.delivered("EUR", "0", "SKU-1 1 60.00");
        Payment paid = shop.paid(order, PaymentMethod.GATEWAY, null);
        Return back = shop.back(order, "0 1");
        shop.answer = r -> GatewayAnswer.declined("card expired");

        Return failed = settle(back, ReturnOutcome.REFUND);
        assertThat(failed.state()).isEqualTo(ReturnState.SETTLING);
        assertThat(failed.settlement().steps().get(0).problem().args()).containsExactly("card expired");
        assertThat(shop.pay.payments.find(Shop.ALL, paid.id()).refunded().amount()).isZero();

        Return done = shop.desk.retry(Shop.FINANCE, failed.id(), failed.version(), true);
        assertThat(done.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.pay.payments.find(Shop.ALL, paid.id()).refunded()).isEqualTo(Money.of("60.00", "EUR"));
        assertThat(shop.refunds).isEmpty();
    }

    @TestTemplate
    void whatAPersonHasToConfirmIsWaitedFor() {
        Order order = shop.delivered("EUR", "0", "SKU-1 1 60.00");
        Payment paid = shop.paid(order, PaymentMethod.GATEWAY, null);
        shop.answer = r -> GatewayAnswer.byPerson("terminal");
        Return waiting = settle(shop.back(order, "0 1"), ReturnOutcome.REFUND);
        assertThat(waiting.settlement().steps().get(0).state()).isEqualTo(Step.State.WAITING);

        Payment pending = shop.pay.payments.find(Shop.ALL, paid.id());
        shop.pay.desk.confirm(Shop.ALL, pending.id(), pending.version(), true, null);
        shop.steps.heard(order.id());

        assertThat(shop.returns.find(Shop.FINANCE, waiting.id()).state()).isEqualTo(ReturnState.COMPLETED);
    }

    @TestTemplate
    void repairMovesNoMoneyAndPartsMayBeLeftOut() {
        Order order = shop.delivered("EUR", "0", "SKU-1 2 60.00");
        shop.paid(order, PaymentMethod.CASH, null);
        Return repaired = settle(shop.inspected(shop.received(shop.approved(order, "0 1")), Disposition.REPAIR), ReturnOutcome.REPAIR);
        assertThat(repaired.state()).isEqualTo(ReturnState.COMPLETED);
        assertThat(shop.refunded(order)).isZero();

        Return back = shop.back(order, "0 1");
        AmphoraException tooMuch = catchThrowableOfType(AmphoraException.Invalid.class, () -> settle(back, new NewSettlement(ReturnOutcome.REFUND, Map.of(back.lines().get(0).id(), n("2")),
                n("1"), n("1000"), false, null, null)));
        assertThat(tooMuch.problems()).extracting(Problem::field).containsExactly("quantities." + back.lines().get(0).id(), "charges", "fee");
        assertThat(settle(back, ReturnOutcome.REFUND).settlement().giveBack()).isEqualTo(Money.of("60.00", "EUR"));
    }
}
