package io.amphora.payment.core;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments.Show;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(PaymentEntities.class)
class PaymentDeskTest {
    private TestDatabase db;
    private Desk d;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        d = new Desk(db);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private Payment receive(Payment p, String amount) {
        return d.desk.receive(BY, p.id(), p.version(), PaymentMethod.CASH, amount == null ? null : new BigDecimal(amount), "r", null);
    }

    private Payment refund(Payment p, String amount) {
        return d.desk.refund(BY, p.id(), p.version(), amount == null ? null : new BigDecimal(amount), true, "returned", null);
    }

    @TestTemplate
    void whatWasPaidForMoreThanTheOrderIsWorthNowIsListedUntilItIsGivenBack() {
        Payment paid = d.paid(1, "100.00", "EUR");
        assertThat(d.payments.list(BY, Show.TO_GIVE_BACK, PageRequest.first(10)).items()).isEmpty();
        d.orders.set(1, "total", Money.of("40.00", "EUR"));
        d.heard(1, "order.changed");

        assertThat(d.payments.list(BY, Show.TO_GIVE_BACK, PageRequest.first(10)).items()).extracting(Payment::id).containsExactly(paid.id());
        assertThat(d.told).contains("1 payment-to-give-back 60.00 EUR");
        Payment now = d.payments.find(BY, paid.id());
        d.desk.refund(BY, paid.id(), now.version(), new BigDecimal("60"), false, "less", null);
        assertThat(d.payments.list(BY, Show.TO_GIVE_BACK, PageRequest.first(10)).items()).isEmpty();
        assertThat(d.position(1).open().amount()).isZero();
    }

    @TestTemplate
    void noMoreIsCapturedThanIsOwed() {
        Payment authorised = d.authorised(1, "60.00", "EUR");
        d.orders.set(1, "total", Money.of("15.00", "EUR"));
        d.heard(1, "order.changed");
        Payment now = d.payments.find(BY, authorised.id());
        assertThatThrownBy(() -> d.desk.capture(BY, now.id(), now.version(), new BigDecimal("60"), null)).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("15");

        Payment paid = d.desk.capture(BY, now.id(), now.version(), null, null);
        assertThat(paid.captured()).isEqualTo(Money.of("15.00", "EUR"));
        assertThat(d.position(1).open().amount()).isZero();
    }

    @TestTemplate
    void whatIsPlacedIsDueUnderTheTerms() {
        d.settings.put("payment.terms.rest", "NET_7");

        Payment due = d.placed(1, "120.505", "EUR");

        assertThat(due.amount()).isEqualTo(eur("120.51"));
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2024, 3, 8));
        assertThat(d.position(1)).extracting(PaymentPosition::terms, PaymentPosition::overdue).containsExactly(PaymentTerms.NET_7, true);
    }

    @TestTemplate
    void hearingTwiceOfAnOrderChangesNothing() {
        Payment due = d.placed(1, "100", "EUR");

        d.heard(1, "order.placed");

        assertThat(d.position(1).payments()).containsExactly(due);
    }

    @TestTemplate
    void authorisedThenCapturedIsPaid() {
        Payment authorised = d.authorised(1, "100", "EUR");
        assertThat(authorised.state()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(authorised.gatewayTitle()).isEqualTo("Test cards");
        assertThat(d.position(1).authorised()).isEqualTo(eur("100"));

        Payment paid = d.desk.capture(BY, authorised.id(), authorised.version(), null, null);

        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(d.asked).containsExactly("authorise 100 null", "capture 100 authorise-ref");
        assertThat(d.position(1).open()).isEqualTo(eur("0"));
        assertThat(db.events()).extracting(Event::topic).containsExactly("payment.authorised", "payment.paid");
    }

    @TestTemplate
    void whatIsNotCapturedIsDueAgain() {
        Payment authorised = d.authorised(1, "100", "EUR");

        d.desk.capture(BY, authorised.id(), authorised.version(), new BigDecimal("60"), null);

        assertThat(d.due(1).amount()).isEqualTo(eur("40"));
        assertThat(d.position(1).open()).isEqualTo(eur("40"));
    }

    @TestTemplate
    void depositLeavesTheRestDue() {
        d.placed(1, "100", "EUR");

        Payment deposit = d.desk.add(BY, 1, new NewPayment(PaymentKind.DEPOSIT, PaymentMethod.BANK_TRANSFER, null, new BigDecimal("30"), LocalDate.of(2024, 3, 2), null), null);
        receive(deposit, null);

        PaymentPosition p = d.position(1);
        assertThat(p.paid()).isEqualTo(eur("30"));
        assertThat(p.open()).isEqualTo(eur("70"));
        assertThat(d.due(1).amount()).isEqualTo(eur("70"));
    }

    @TestTemplate
    void refusesToAskForMoreThanIsOpen() {
        d.placed(1, "100", "EUR");

        assertThatThrownBy(() -> d.desk.add(BY, 1, new NewPayment(PaymentKind.DEPOSIT, PaymentMethod.CASH, null, new BigDecimal("100.01"), null, null), null))
                .isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("only 100 EUR");
    }

    @TestTemplate
    void lessThanAskedForLeavesTheRestDueAndMoreShowsAsToGiveBack() {
        receive(d.placed(1, "100", "EUR"), "40");
        assertThat(d.position(1).open()).isEqualTo(eur("60"));

        receive(d.due(1), "75");

        assertThat(d.position(1).open()).isEqualTo(eur("-15"));
        assertThat(d.position(1).payments()).noneMatch(p -> p.state() == PaymentState.DUE);
    }

    @TestTemplate
    void neverGivesBackMoreThanWasPaid() {
        Payment paid = d.paid(1, "100", "EUR");
        Payment once = refund(paid, "30");
        assertThat(once.state()).isEqualTo(PaymentState.PARTLY_REFUNDED);

        assertThatThrownBy(() -> refund(once, "70.01")).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("70");
        assertThat(refund(once, null).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(d.position(1)).extracting(PaymentPosition::refunded, PaymentPosition::credited, PaymentPosition::open).containsExactly(eur("100"), eur("100"), eur("0"));
    }

    @TestTemplate
    void cancellingLinesAfterPayingShowsWhatToGiveBackOnce() {
        Payment paid = d.paid(1, "100", "EUR");
        d.orders.set(1, "total", eur("70"));
        d.heard(1, "order.cancelled");
        assertThat(d.position(1).open()).isEqualTo(eur("-30"));

        refund(paid, "30");

        assertThat(d.position(1)).extracting(PaymentPosition::credited, PaymentPosition::open).containsExactly(eur("0"), eur("0"));
    }

    @TestTemplate
    void refundFirstAndCancelAfterwardsIsNotGivenBackTwice() {
        refund(d.paid(1, "100", "EUR"), "30");
        d.orders.set(1, "total", eur("70"));

        assertThat(d.position(1)).extracting(PaymentPosition::credited, PaymentPosition::open).containsExactly(eur("0"), eur("0"));
        d.heard(1, "order.cancelled");
        assertThat(d.position(1).open()).isEqualTo(eur("0"));
    }

    @TestTemplate
    void namesWhatIsPossibleInsteadOfAnIllegalStep() {
        Payment paid = receive(d.placed(1, "100", "EUR"), null);

        assertThatThrownBy(() -> d.desk.capture(BY, paid.id(), paid.version(), null, null)).isInstanceOf(AmphoraException.Refused.class)
                .hasMessageContaining("capture is not possible").hasMessageContaining("order " + paid.orderNumber() + " is paid").hasMessageContaining("refund");
    }

    @TestTemplate
    void refusesAVersionThatIsNotTheLast() {
        Payment due = d.placed(1, "100", "EUR");
        receive(due, "50");

        assertThatThrownBy(() -> receive(due, "50")).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void sameKeyTakesMoneyOnce() {
        Payment due = d.placed(1, "100", "EUR");
        Payment first = d.desk.receive(BY, due.id(), due.version(), PaymentMethod.CASH, null, null, "key-1");

        assertThat(d.desk.receive(BY, due.id(), due.version(), PaymentMethod.CASH, null, null, "key-1")).isEqualTo(first);
        assertThat(d.position(1).paid()).isEqualTo(eur("100"));
        assertThatThrownBy(() -> d.desk.receive(BY, due.id(), due.version(), PaymentMethod.CASH, BigDecimal.ONE, null, "key-1")).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void sameKeyAddsOnePayment() {
        d.placed(1, "100", "EUR");
        NewPayment deposit = new NewPayment(PaymentKind.DEPOSIT, PaymentMethod.CASH, null, BigDecimal.TEN, null, null);

        assertThat(d.desk.add(BY, 1, deposit, "key-1")).isEqualTo(d.desk.add(BY, 1, deposit, "key-1"));
        assertThat(d.position(1).payments()).hasSize(2);
    }

    @TestTemplate
    void refusesFractionsOfMinorUnits() {
        Payment yen = d.placed(1, "1200", "JPY");
        Payment dinar = d.placed(2, "1.250", "KWD");

        assertThatThrownBy(() -> receive(yen, "1.5")).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("0 decimals");
        assertThatThrownBy(() -> receive(dinar, "1.0001")).isInstanceOf(AmphoraException.Invalid.class);
        assertThat(receive(dinar, "1.001").captured()).isEqualTo(Money.of("1.001", "KWD"));
    }

    @TestTemplate
    void everyoneNeedsThePermission() {
        Payment due = d.placed(1, "100", "EUR");
        Actor taker = new Actor("t", "t", Set.of("payment.take", "payment.read"));

        assertThatThrownBy(() -> d.desk.receive(new Actor("x", "x", Set.of("payment.read")), due.id(), due.version(), PaymentMethod.CASH, null, null, null))
                .isInstanceOf(AmphoraException.NotPermitted.class);
        Payment paid = receive(due, null);
        assertThatThrownBy(() -> d.desk.refund(taker, paid.id(), paid.version(), null, true, "r", null)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> d.payments.list(new Actor("x", "x", Set.of("order.read")), Show.ALL, PageRequest.first(5))).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void cashOnDeliveryIsDueWhenTheGoodsArrive() {
        d.settings.put("payment.terms", "CASH_ON_DELIVERY");
        Payment due = d.placed(1, "100", "EUR");
        assertThat(due.dueOn()).isNull();
        assertThat(due.method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);

        d.orders.set(1, "status", OrderStatus.DELIVERED);
        d.orders.set(1, "shipments", java.util.List.of(new io.amphora.order.api.Order.Shipment(1, null, null, TestOrders.PLACED, TestOrders.PLACED.plusSeconds(86_400 * 3), "x", java.util.List.of())));
        d.heard(1, "order.delivered");

        assertThat(d.due(1).dueOn()).isEqualTo(LocalDate.of(2024, 3, 4));
    }

    @TestTemplate
    void otherTermsMoveTheDate() {
        d.placed(1, "100", "EUR");
        PaymentPosition before = d.position(1);

        PaymentPosition after = d.desk.terms(BY, 1, before.version(), PaymentTerms.NET_30);

        assertThat(after.dueOn()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThatThrownBy(() -> d.desk.terms(BY, 1, before.version(), PaymentTerms.NET_7)).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void draftsAndThePastOweNothing() {
        d.orders.add(1, "100", "EUR");
        d.orders.set(1, "historic", true);
        d.heard(1, "order.placed");

        assertThat(d.position(1).payments()).isEmpty();
    }

    @TestTemplate
    void manyOrdersPlacedAtOnceAreEachDueOnce() {
        for (int i = 1; i <= 250; i++) {
            d.orders.add(i, i + ".40", "EUR");
        }
        d.orders.set(7, "status", OrderStatus.CANCELLED);
        d.orders.set(7, "total", eur("0"));
        d.orders.set(8, "total", eur("0"));
        d.heard(150, "order.placed");

        d.heardAll("order.placed", 1, 250);
        d.heardAll("order.placed", 1, 250);

        assertThat(d.payments.list(BY, Show.ALL, PageRequest.first(500)).items()).hasSize(248);
        for (long i : new long[] {1, 100, 101, 150, 250}) {
            assertThat(d.position(i).payments()).extracting(Payment::amount, Payment::state).containsExactly(org.assertj.core.groups.Tuple.tuple(eur(i + ".40"), PaymentState.DUE));
        }
        assertThat(d.position(7).payments()).isEmpty();
        assertThat(d.position(8).payments()).isEmpty();
    }

    @TestTemplate
    void listsAreFilteredAndPaged() {
        d.settings.put("payment.terms.web", "NET_30");
        for (int i = 1; i <= 5; i++) {
            d.orders.add(i, "10", "EUR");
            d.orders.set(i, "placedAt", TestOrders.PLACED.plusSeconds(86_400L * (10 - i)));
            d.heard(i, "order.placed");
        }
        receive(d.due(3), null);

        var first = d.payments.list(BY, Show.OVERDUE, PageRequest.first(2));
        var second = d.payments.list(BY, Show.OVERDUE, new PageRequest(first.next(), 2));

        assertThat(first.items()).extracting(Payment::orderId).containsExactly(5L, 4L);
        assertThat(second.items()).extracting(Payment::orderId).containsExactly(2L, 1L);
        assertThat(second.next()).isNull();
        assertThat(d.payments.list(BY, Show.OPEN, PageRequest.first(9)).items()).extracting(Payment::orderId).containsExactly(5L, 4L, 2L, 1L);
        assertThat(d.payments.list(BY, Show.ALL, PageRequest.first(9)).items()).hasSize(5);
        assertThat(d.payments.count(BY, Show.OVERDUE, 3)).isEqualTo(3);
        assertThat(d.payments.list(BY, Show.TO_CONFIRM, PageRequest.first(9)).items()).isEmpty();
    }

    @TestTemplate
    void everyIllegalStepIsRefusedInEveryState() {
        long order = 0;
        for (PaymentState state : PaymentState.values()) {
            Payment p = in(state, ++order);
            assertThat(p.state()).isEqualTo(state);
            for (PaymentAction action : PaymentAction.values()) {
                if (!action.appliesTo(state)) {
                    assertThatThrownBy(() -> act(p, action)).as(action + " of " + state).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining(action.name().toLowerCase(Locale.ROOT) + " is not possible");
                }
            }
        }
    }

    private Payment in(PaymentState state, long order) {
        return switch (state) {
            case DUE -> d.placed(order, "100", "EUR");
            case AUTHORISED -> d.authorised(order, "100", "EUR");
            case PAID -> d.paid(order, "100", "EUR");
            case PARTLY_REFUNDED -> refund(d.paid(order, "100", "EUR"), "1");
            case REFUNDED -> refund(d.paid(order, "100", "EUR"), null);
            case FAILED -> {
                Desk.Behaviour before = d.behaviour;
                d.behaviour = (a, r) -> io.amphora.payment.api.GatewayAnswer.declined("no");
                Payment failed = d.authorised(order, "100", "EUR");
                d.behaviour = before;
                yield failed;
            }
            case VOIDED -> {
                Payment due = d.placed(order, "100", "EUR");
                yield d.desk.cancel(BY, due.id(), due.version(), "no", null);
            }
        };
    }

    private Payment act(Payment p, PaymentAction action) {
        return switch (action) {
            case AUTHORISE -> d.desk.authorise(BY, p.id(), p.version(), "test", null);
            case CAPTURE -> d.desk.capture(BY, p.id(), p.version(), null, null);
            case RECEIVE -> receive(p, null);
            case CANCEL -> d.desk.cancel(BY, p.id(), p.version(), "no", null);
            case REFUND -> refund(p, null);
        };
    }
}
