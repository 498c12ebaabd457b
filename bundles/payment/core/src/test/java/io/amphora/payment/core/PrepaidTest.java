package io.amphora.payment.core;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.PlacementHold;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Usage;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(PaymentEntities.class)
class PrepaidTest {
    private Desk d;

    private List<Hold> open(long order) {
        return d.orders.order(order).holds().stream().filter(Hold::isOpen).toList();
    }

    private void heard(String topic, long order) {
        new PrepaidWatch(d.prepaid).on(List.of(new Event(1, topic, Long.toString(order), "{}", Instant.now())));
    }

    @TestTemplate
    void holdsUntilItIsPaidAndAgainWhenMoneyGoesBack(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        d.settings.put(Accounts.TERMS, "PREPAID");
        Payment due = d.placed(1, "100.00", "EUR");
        assertThat(open(1)).extracting(Hold::type).containsExactly(HoldType.PAYMENT);

        Payment half = d.desk.receive(BY, due.id(), due.version(), PaymentMethod.CASH, new BigDecimal("50"), null, null);
        heard("payment.paid", 1);
        assertThat(open(1)).as("half is not all").hasSize(1);
        Payment rest = d.due(1);
        d.desk.receive(BY, rest.id(), rest.version(), PaymentMethod.CASH, null, null, null);
        heard("payment.paid", 1);
        assertThat(open(1)).isEmpty();
        assertThat(half.captured()).isEqualTo(Money.of("50", "EUR"));
    }

    @TestTemplate
    void followsTheTermsAndLeavesHoldsOfPeopleAlone(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        d.placed(2, "100.00", "EUR");
        assertThat(open(2)).isEmpty();
        PaymentPosition p = d.position(2);
        p = d.desk.terms(BY, 2, p.version(), PaymentTerms.PREPAID);
        assertThat(open(2)).as("at once").hasSize(1);
        heard("payment.terms", 2);
        assertThat(open(2)).hasSize(1);
        d.desk.terms(BY, 2, p.version(), PaymentTerms.NET_30);
        heard("payment.terms", 2);
        assertThat(open(2)).isEmpty();

        d.orders.holds().hold(BY, 2, 0, HoldType.PAYMENT, null, "by hand");
        heard("payment.terms", 2);
        assertThat(open(2)).hasSize(1);
    }

    @TestTemplate
    void anOrderCanOweLessButNeverLessThanNothing(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        d.placed(3, "100.00", "EUR");
        PaymentPosition p = d.desk.credit(BY, 3, new BigDecimal("60"), "came back", "k");
        assertThat(p.open()).isEqualTo(Money.of("40", "EUR"));
        assertThat(d.desk.credit(BY, 3, new BigDecimal("60"), "came back", "k").credited()).as("once per key").isEqualTo(Money.of("60", "EUR"));
        assertThat(catchThrowableOfType(AmphoraException.Refused.class, () -> d.desk.credit(BY, 3, new BigDecimal("40.01"), "more", null)).problems().get(0).code())
                .isEqualTo("payment.credit-too-much");
        assertThat(d.due(3).amount()).isEqualTo(Money.of("40", "EUR"));
    }

    @TestTemplate
    void anOrderWaitsFromTheMomentItIsPlacedAndAChangeOfTheTermsHoldsAtOnce(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        AtomicLong nanos = new AtomicLong();
        UsualTerms usual = new UsualTerms(d.settings(), nanos::get);
        TermsStore store = new TermsStore(d.settings(), d.tx, new PaymentLog(db.outbox(), (order, who, what, note) -> { }), usual);
        PrepaidFromStart rule = new PrepaidFromStart(usual);
        PlacementHold.Placed rest = new PlacementHold.Placed("rest", 7L, Money.of("10", "EUR"));
        assertThat(rule.on(rest)).isEmpty();

        store.change(BY, new PaymentSetup.Terms(PaymentTerms.NET_30, Map.of("rest", PaymentTerms.PREPAID)));
        assertThat(rule.on(rest)).get().extracting(PlacementHold.Wanted::type, w -> w.by().name()).containsExactly(HoldType.PAYMENT, "system:payment");
        assertThat(rule.on(new PlacementHold.Placed("shop", 7L, Money.of("10", "EUR")))).isEmpty();
        assertThat(rule.on(new PlacementHold.Placed("rest", 7L, Money.of("0", "EUR")))).as("nothing to be paid").isEmpty();

        d.settings.put(Accounts.TERMS + ".rest", "NET_14");
        assertThat(rule.on(rest)).as("changed elsewhere").isPresent();
        nanos.addAndGet(4_000_000_000L);
        assertThat(rule.on(rest)).isEmpty();
    }

    @TestTemplate
    void ordersAndCustomersWithPaymentsAreNamed(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        d.placed(6, "10.00", "EUR");
        PaymentUsage usage = new PaymentUsage(d.tx);
        assertThat(usage.used(Usage.ORDER, List.of("6", "99"))).containsExactly("6");
        assertThat(usage.used(Usage.CUSTOMER, List.of("7", "99"))).containsExactly("7");
        assertThat(usage.used(Usage.PRODUCT, List.of("6"))).isEmpty();
        assertThat(usage.used(Usage.ORDER, List.of())).isEmpty();
    }

    @TestTemplate
    void theTermsOfAChannelAreSetAndTakenBack(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        io.amphora.platform.api.Settings settings = d.settings();
        TermsStore store = new TermsStore(settings, d.tx, new PaymentLog(db.outbox(), (order, who, what, note) -> { }), new UsualTerms(settings));
        store.change(BY, new io.amphora.payment.api.PaymentSetup.Terms(PaymentTerms.NET_30, java.util.Map.of("rest", PaymentTerms.PREPAID)));
        assertThat(store.terms(BY).byChannel()).containsEntry("rest", PaymentTerms.PREPAID);
        d.placed(4, "10.00", "EUR");
        assertThat(open(4)).hasSize(1);
        store.change(BY, new io.amphora.payment.api.PaymentSetup.Terms(PaymentTerms.NET_30, java.util.Map.of()));
        d.placed(5, "10.00", "EUR");
        assertThat(d.position(5).terms()).isEqualTo(PaymentTerms.NET_30);
        assertThat(open(5)).isEmpty();
        assertThat(catchThrowableOfType(AmphoraException.Invalid.class, () -> store.change(BY, new io.amphora.payment.api.PaymentSetup.Terms(null, null)))).isNotNull();
    }
}
