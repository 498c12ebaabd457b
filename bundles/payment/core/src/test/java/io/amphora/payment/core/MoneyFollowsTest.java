package io.amphora.payment.core;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.order.api.Hold;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.Payments.Show;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** What was paid goes where the goods go. */
@BothDatabases(PaymentEntities.class)
class MoneyFollowsTest {
    private Desk d;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        d = new Desk(db);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private void tell(String topic, long order, String member, long other) {
        String payload = "{\"status\":\"" + d.orders.order(order).status() + "\",\"" + member + "\":" + other + "}";
        d.watch.on(List.of(new Event(1, topic, Long.toString(order), payload, Instant.now())));
    }

    /** Of the first order, this much goes into the second. */
    private void parted(String rest, String part) {
        d.orders.set(1, "total", eur(rest));
        d.orders.add(2, part, "EUR");
    }

    private void merged(long from, long into, String total) {
        d.orders.set(from, "total", eur("0"));
        d.orders.set(from, "status", OrderStatus.CANCELLED);
        d.orders.set(into, "total", eur(total));
        tell("order.merged", from, "into", into);
        tell("order.merged", into, "x", from);
    }

    private void stands(long order, String paid, String open) {
        PaymentPosition p = d.position(order);
        assertThat(p.paid().minus(p.refunded())).as("paid of " + order).isEqualTo(eur(paid));
        assertThat(p.open()).as("open of " + order).isEqualTo(eur(open));
        Money due = p.payments().stream().filter(x -> x.state() == PaymentState.DUE).map(Payment::amount).reduce(eur("0"), Money::plus);
        assertThat(due).as("due of " + order).isEqualTo(eur(open).minus(p.authorised()).amount().signum() < 0 ? eur("0") : eur(open).minus(p.authorised()));
    }

    @TestTemplate
    void partOfAPaidOrderIsPaidAndGivenBackThroughTheSameGateway() {
        d.paid(1, "60.00", "EUR");
        parted("36.00", "24.00");
        tell("order.parted", 1, "into", 2);
        tell("order.parted", 2, "from", 1);

        stands(1, "36.00", "0.00");
        stands(2, "24.00", "0.00");
        assertThat(d.told).contains("1 payment-moved 24.00 EUR, A-1 → A-2", "2 payment-moved 24.00 EUR, A-1 → A-2").noneMatch(t -> t.contains("to-give-back"));
        assertThat(d.payments.list(BY, Show.TO_GIVE_BACK, PageRequest.first(10)).items()).isEmpty();
        Payment part = d.position(2).payments().get(0);
        assertThat(catchThrowableOfType(() -> d.desk.refund(BY, part.id(), part.version(), new BigDecimal("24.01"), false, "all", null), AmphoraException.Refused.class)).isNotNull();
        Payment back = d.desk.refund(BY, part.id(), part.version(), null, false, "all", null);
        assertThat(back.refunded()).isEqualTo(eur("24.00"));
        assertThat(d.position(1).payments()).extracting(Payment::captured).containsExactly(eur("36.00"));
    }

    @TestTemplate
    void whatIsNotPaidYetIsOwedByBoth() {
        Payment due = d.placed(1, "60.00", "EUR");
        d.desk.receive(BY, due.id(), due.version(), PaymentMethod.CASH, new BigDecimal("50"), null, null);
        parted("36.00", "24.00");
        tell("order.parted", 2, "from", 1);
        tell("order.parted", 1, "into", 2);

        stands(1, "36.00", "0.00");
        stands(2, "14.00", "10.00");
    }

    @TestTemplate
    void whatWasCreditedStaysCredited() {
        Payment paid = d.paid(1, "60.00", "EUR");
        d.desk.credit(BY, 1, new BigDecimal("5"), "scratched", null);
        d.desk.refund(BY, paid.id(), d.payments.find(BY, paid.id()).version(), new BigDecimal("5"), false, "scratched", null);
        parted("36.00", "24.00");
        tell("order.parted", 1, "into", 2);

        stands(1, "31.00", "0.00");
        stands(2, "24.00", "0.00");
        assertThat(d.position(1).credited()).as("of goods that stay").isEqualTo(eur("5.00"));
    }

    @TestTemplate
    void whatWasGivenBackByHandIsTakenForTheGoodsThatGo() {
        Payment paid = d.paid(1, "60.00", "EUR");
        d.desk.refund(BY, paid.id(), paid.version(), new BigDecimal("5"), false, "goodwill", null);
        parted("36.00", "24.00");
        tell("order.parted", 1, "into", 2);

        stands(1, "36.00", "0.00");
        stands(2, "19.00", "0.00");
        assertThat(d.position(2).credited()).isEqualTo(eur("5.00"));
    }

    @TestTemplate
    void aMergedOrderKeepsWhatWasLetOffWhateverIsCancelledLater() {
        d.paid(1, "30.00", "EUR");
        d.paid(2, "36.00", "EUR");
        d.desk.credit(BY, 2, new BigDecimal("6"), "claim", null);
        merged(2, 1, "66.00");
        assertThat(d.position(1).credited()).isEqualTo(eur("6.00"));
        d.orders.set(1, "total", eur("50.00"));
        d.heard(1, "order.cancelled");
        assertThat(d.position(1).credited()).isEqualTo(eur("6.00"));
        assertThat(d.position(1).open()).isEqualTo(eur("-22.00"));
    }

    @TestTemplate
    void partOfAnOrderPaidInAdvanceDoesNotWait() {
        d.settings.put(Accounts.TERMS, "PREPAID");
        Payment due = d.placed(1, "60.00", "EUR");
        d.desk.receive(BY, due.id(), due.version(), PaymentMethod.CASH, null, null, null);
        d.prepaid.follow(1);
        parted("36.00", "24.00");
        tell("order.parted", 1, "into", 2);
        tell("order.parted", 2, "from", 1);

        assertThat(d.orders.order(1).holds().stream().filter(Hold::isOpen)).isEmpty();
        assertThat(d.orders.order(2).holds().stream().filter(Hold::isOpen)).isEmpty();
    }

    @TestTemplate
    void mergedOrderHasWhatWasPaidForBoth() {
        d.placed(1, "30.00", "EUR");
        d.paid(2, "36.00", "EUR");
        merged(2, 1, "66.00");

        stands(1, "36.00", "30.00");
        assertThat(d.position(2).payments().stream().filter(p -> p.state() != PaymentState.VOIDED)).isEmpty();
        assertThat(d.position(2).open()).isEqualTo(eur("0.00"));
    }

    @TestTemplate
    void mergedOrderHasWhatAGatewaySetAside() {
        d.placed(1, "30.00", "EUR");
        Payment authorised = d.authorised(2, "42.00", "EUR");
        merged(2, 1, "72.00");

        stands(1, "0.00", "72.00");
        assertThat(d.due(1).amount()).isEqualTo(eur("30.00"));
        Payment now = d.payments.find(BY, authorised.id());
        assertThat(now.orderId()).isEqualTo(1);
        assertThat(d.desk.capture(BY, now.id(), now.version(), null, null).state()).isEqualTo(PaymentState.PAID);
        stands(1, "42.00", "30.00");
    }
}
