package io.amphora.payment.core;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.extension.api.Provided;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.core.gateway.ManualGateway;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(PaymentEntities.class)
class GatewayStepsTest {
    private Desk d;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        d = new Desk(db);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private Payment confirm(Payment p, boolean approved) {
        return d.desk.confirm(BY, p.id(), p.version(), approved, "slip 7");
    }

    @TestTemplate
    void saysWhatIsSetAsideBeforeAGatewayGoes() {
        Payment due = d.placed(1, "10.00", "EUR");
        d.desk.authorise(BY, due.id(), due.version(), "test", null);
        MoneyInUse use = new MoneyInUse(d.tx);
        assertThat(use.concerns(Set.of(), List.of(new Provided(Provided.Kind.GATEWAY, "test", "Test", "x", true)))).extracting(Problem::message)
                .containsExactly("one payment through Test is authorised and not captured: what was set aside can be handled by hand");
        assertThat(use.concerns(Set.of("payment"), List.of())).extracting(Problem::code).containsExactly("extension.payments-rest");
        assertThat(use.concerns(Set.of("order"), List.of(new Provided(Provided.Kind.GATEWAY, "other", "Other", "x", true)))).isEmpty();
    }

    @TestTemplate
    void declinedAuthorisationHasFailedAndMayBeTriedAgain() {
        d.behaviour = (action, r) -> GatewayAnswer.declined("no cover");
        Payment failed = d.authorised(1, "100", "EUR");
        assertThat(failed.state()).isEqualTo(PaymentState.FAILED);
        assertThat(d.due(1).amount()).isEqualTo(eur("100"));

        d.behaviour = (action, r) -> GatewayAnswer.approved("x");
        Payment again = d.desk.authorise(BY, failed.id(), failed.version(), null, null);

        assertThat(again.state()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(d.position(1).payments()).noneMatch(p -> p.state() == PaymentState.DUE);
    }

    @TestTemplate
    void declinedRefundLeavesThePaymentPaid() {
        Payment paid = d.paid(1, "100", "EUR");
        d.behaviour = (action, r) -> GatewayAnswer.declined("too old");

        Payment after = d.desk.refund(BY, paid.id(), paid.version(), BigDecimal.TEN, false, "returned", null);

        assertThat(after.state()).isEqualTo(PaymentState.PAID);
        assertThat(after.refundable()).isEqualTo(eur("100"));
        assertThat(d.payments.steps(BY, paid.id())).last().extracting(PaymentStep::state, PaymentStep::message).containsExactly(PaymentStep.State.DECLINED, "too old");
    }

    @TestTemplate
    void withoutAnAnswerItIsAskedAgainUnderTheSameKey() {
        Set<String> keys = new HashSet<>();
        d.behaviour = (action, r) -> {
            keys.add(r.key());
            throw new PaymentException("line is dead", null);
        };
        Payment pending = d.authorised(1, "100", "EUR");
        assertThat(pending).extracting(Payment::state, Payment::pending, Payment::pendingState).containsExactly(PaymentState.DUE, PaymentAction.AUTHORISE, PaymentStep.State.ASKING);
        assertThatThrownBy(() -> d.desk.cancel(BY, pending.id(), pending.version(), "r", null)).isInstanceOf(AmphoraException.Refused.class);

        d.behaviour = (action, r) -> {
            keys.add(r.key());
            return GatewayAnswer.approved("late");
        };
        assertThat(d.calls.sweep(Accounts.now(), 10)).isZero();
        assertThat(d.calls.sweep(Accounts.now().plusSeconds(60), 10)).isEqualTo(1);

        assertThat(keys).hasSize(1);
        assertThat(d.payments.find(BY, pending.id()).state()).isEqualTo(PaymentState.AUTHORISED);
    }

    @TestTemplate
    void crashBetweenAskingAndWritingIsFinishedByAskingAgain() {
        Payment paid = d.paid(1, "100", "EUR");
        // what a kill leaves behind: the intent, and nobody who asks
        d.steps.begin(paid.id(), paid.version(), Steps.Wish.of(BY, PaymentAction.REFUND, new BigDecimal("40"), "returned", null));
        assertThat(d.payments.find(BY, paid.id()).refunding()).isEqualTo(eur("40"));

        d.calls.sweep(Accounts.now().plus(Steps.LEASE).plusSeconds(1), 10);

        assertThat(d.payments.find(BY, paid.id())).extracting(Payment::refunded, Payment::refunding).containsExactly(eur("40"), eur("0"));
        assertThat(d.calls.sweep(Accounts.now().plus(Duration.ofDays(1)), 10)).isZero();
    }

    @TestTemplate
    void silentGatewayIsLeftAndAPersonMayDecide() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        d.behaviour = (action, r) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        };

        Payment pending = d.authorised(1, "100", "EUR");

        assertThat(d.payments.steps(BY, pending.id())).first().extracting(PaymentStep::message).asString().contains("no answer within");
        assertThat(confirm(pending, true)).extracting(Payment::state, Payment::reference).containsExactly(PaymentState.AUTHORISED, "slip 7");
        never.countDown();
    }

    @TestTemplate
    void brokenGatewayIsGivenARestAndSaysSo() {
        d.behaviour = (action, r) -> {
            throw new IllegalStateException("broken");
        };
        for (long i = 1; i <= 3; i++) {
            d.authorised(i, "100", "EUR");
        }

        assertThatThrownBy(() -> d.authorised(4, "100", "EUR")).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("does not answer");
        assertThat(d.payments.gateways(BY, java.util.Locale.ENGLISH)).singleElement().satisfies(g -> assertThat(g.health()).isEqualTo("open"));
    }

    @TestTemplate
    void manualGatewayWaitsForAPerson() {
        d.book.bindGateway(new ManualGateway(), Map.of(io.amphora.payment.api.PaymentGateway.PROPERTY_ID, "manual"));
        Payment due = d.placed(1, "100", "EUR");

        Payment waiting = d.desk.authorise(BY, due.id(), due.version(), "manual", null);
        assertThat(waiting.pendingState()).isEqualTo(PaymentStep.State.TO_CONFIRM);
        assertThat(d.payments.count(BY, io.amphora.payment.api.Payments.Show.TO_CONFIRM, 5)).isEqualTo(1);

        assertThat(confirm(waiting, true).state()).isEqualTo(PaymentState.AUTHORISED);
    }

    @TestTemplate
    void paymentsOfARemovedGatewayAreReadableAndRefundableByHand() {
        Payment paid = d.paid(1, "100", "EUR");
        d.book.unbindGateway(d.gateway);

        assertThat(d.payments.find(BY, paid.id()).gatewayTitle()).isEqualTo("Test cards");
        assertThatThrownBy(() -> d.desk.refund(BY, paid.id(), paid.version(), null, false, "returned", null)).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("by hand");
        assertThat(d.desk.refund(BY, paid.id(), paid.version(), null, true, "returned", null).state()).isEqualTo(PaymentState.REFUNDED);
    }

    @TestTemplate
    void whatARemovedGatewaySetAsideIsGivenUpByHand() {
        Payment first = d.authorised(1, "100", "EUR");
        Payment second = d.authorised(2, "100", "EUR");
        d.book.unbindGateway(d.gateway);
        d.orders.set(2, "status", OrderStatus.CANCELLED);
        d.heard(2, "order.cancelled");
        d.calls.sweep(Accounts.now(), 10);
        Payment waiting = d.payments.find(BY, second.id());

        assertThat(d.desk.cancel(BY, first.id(), first.version(), "terminal is gone", null).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(waiting.pendingState()).isEqualTo(PaymentStep.State.ASKING);
        assertThat(confirm(waiting, true).state()).isEqualTo(PaymentState.VOIDED);
    }

    @TestTemplate
    void cancellingTheOrderLetsGoOfWhatIsSetAsideOnce() {
        Payment authorised = d.authorised(1, "100", "EUR");
        d.orders.set(1, "status", OrderStatus.CANCELLED);
        d.orders.set(1, "total", eur("0"));

        d.heard(1, "order.cancelled");
        d.heard(1, "order.cancelled");
        d.calls.sweep(Accounts.now(), 10);
        d.heard(1, "order.cancelled");

        assertThat(d.payments.find(BY, authorised.id()).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(d.asked).containsExactly("authorise 100 null", "release 100 authorise-ref");
    }

    @TestTemplate
    void authorisationThatComesAfterTheCancellationIsLetGo() {
        d.behaviour = (action, r) -> {
            if (action.equals("authorise")) {
                d.orders.set(1, "status", OrderStatus.CANCELLED);
                d.orders.set(1, "total", eur("0"));
            }
            return GatewayAnswer.approved("x");
        };

        Payment p = d.authorised(1, "100", "EUR");
        d.calls.sweep(Accounts.now(), 10);

        assertThat(d.payments.find(BY, p.id()).state()).isEqualTo(PaymentState.VOIDED);
    }

    @TestTemplate
    void refundsAtOnceNeverExceedWhatWasPaid() throws Exception {
        Payment paid = d.paid(1, "100", "EUR");
        AtomicInteger moved = new AtomicInteger();
        d.behaviour = (action, r) -> {
            moved.addAndGet(r.amount().amount().intValueExact());
            return GatewayAnswer.approved("back");
        };

        int done = atOnce(8, () -> {
            Payment now = d.payments.find(BY, paid.id());
            d.desk.refund(BY, now.id(), now.version(), new BigDecimal("60"), false, "returned", null);
        });

        Payment after = d.payments.find(BY, paid.id());
        assertThat(done).isEqualTo(1);
        assertThat(moved.get()).isEqualTo(60);
        assertThat(after.refunded()).isEqualTo(eur("60"));
    }

    @TestTemplate
    void sameKeyAtOnceMovesMoneyOnce() throws Exception {
        Payment paid = d.paid(1, "100", "EUR");

        int done = atOnce(6, () -> d.desk.refund(BY, paid.id(), paid.version(), BigDecimal.TEN, true, "returned", "one-key"));

        assertThat(done).isEqualTo(6);
        assertThat(d.payments.find(BY, paid.id()).refunded()).isEqualTo(eur("10"));
    }

    @TestTemplate
    void firstPaymentsOfAnOrderAtOnceMakeOneAccount() throws Exception {
        d.orders.add(1, "100", "EUR");

        int done = atOnce(6, () -> d.heard(1, "order.placed"));

        assertThat(done).isEqualTo(6);
        assertThat(d.position(1).payments()).hasSize(1);
    }

    /** @return how many were not refused */
    private static int atOnce(int threads, Runnable work) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<Boolean> one = () -> {
                    go.await();
                    try {
                        work.run();
                        return true;
                    } catch (AmphoraException e) {
                        return false;
                    }
                };
                results.add(pool.submit(one));
            }
            go.countDown();
            int done = 0;
            for (Future<Boolean> r : results) {
                done += r.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }
}
