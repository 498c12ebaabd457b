package io.amphora.returns.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.api.Payments;
import io.amphora.payment.api.StoreCredits;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.Return.Step.Kind;
import io.amphora.returns.api.Return.Step.State;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import io.amphora.returns.core.store.ReturnStepEntity;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Does what settlements have written down, each step under its key and outside any transaction of its own: whoever dies in between leaves a step that is done again, and
 * everything that is done again under one key is done once.
 */
@Component(service = DoSteps.class)
public final class DoSteps {
    private static final Actor BY = SettleReturn.SYSTEM;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String TAKEN = "payment.refund-too-much";
    private static final Set<String> LATER = Set.of("payment.pending", "stale");

    private final Tx tx;
    private final OrderEntry entry;
    private final OrderQueries orders;
    private final PaymentDesk desk;
    private final Payments payments;
    private final StoreCredits credits;
    private final MoneyPlan plan;
    private final ReturnLog log;

    @Activate
    public DoSteps(@Reference(target = "(domain=returns)") Tx tx, @Reference OrderEntry entry, @Reference OrderQueries orders, @Reference PaymentDesk desk, @Reference Payments payments,
                   @Reference StoreCredits credits, @Reference MoneyPlan plan, @Reference ReturnLog log) {
        this.tx = tx;
        this.entry = entry;
        this.orders = orders;
        this.desk = desk;
        this.payments = payments;
        this.credits = credits;
        this.plan = plan;
        this.log = log;
    }

    /** A step, to be done outside a transaction. */
    private record Todo(long id, Kind kind, Long paymentId, Money amount, boolean byHand, String key, ReturnHead head) {
    }

    private record ReturnHead(long id, String number, long orderId, Long customerId, String newLines, Long newOrderId, String by, ReturnOutcome outcome) {
    }

    /**
     * Goes on with a settlement as far as it can.
     *
     * @param tell whether a new order that is refused is told by throwing; the settlement then never was. Else it stands in the history
     */
    Return run(long returnId, boolean tell) {
        Set<Long> tried = new HashSet<>();
        for (Optional<Todo> next = next(returnId, tried); next.isPresent(); next = next(returnId, tried)) {
            tried.add(next.get().id());
            perform(next.get(), tell);
        }
        return tx.call(em -> ReturnRows.whole(em, ReturnRows.require(em, returnId)));
    }

    /** The next step that is neither done nor failed nor tried, leased. Store credit is spent when all of it is there. */
    private Optional<Todo> next(long returnId, Set<Long> tried) {
        return tx.callWithRetry(em -> {
            ReturnRows.lockOf(em, returnId);
            ReturnEntity r = ReturnRows.require(em, returnId);
            List<ReturnStepEntity> steps = ReturnRows.steps(em, returnId);
            Optional<ReturnStepEntity> step = steps.stream().filter(s -> !tried.contains(s.id()) && (s.state() == State.TODO || s.state() == State.WAITING))
                    .filter(s -> s.kind() != Kind.SPEND || steps.stream().allMatch(c -> c.kind() != Kind.CREDIT || c.state() == State.DONE)).findFirst();
            step.ifPresent(s -> s.lease(MoneyPlan.leased()));
            return step.map(s -> new Todo(s.id(), s.kind(), s.paymentId(), s.amount() == null ? null : Money.of(s.amount(), r.currency()).rounded(), s.byHand(), s.key(),
                    new ReturnHead(r.id(), r.number(), r.orderId(), r.customerId(), r.newLines(), r.newOrderId(), r.settledBy(), r.outcome())));
        });
    }

    private void perform(Todo t, boolean tell) {
        if (t.kind() == Kind.ORDER) {
            order(t, tell);
            return;
        }
        try {
            switch (t.kind()) {
                case REFUND -> refund(t);
                case CREDIT -> credit(t);
                case SPEND -> spend(t);
                case ORDER -> throw new IllegalStateException();
            }
        } catch (AmphoraException.Refused | AmphoraException.Stale | AmphoraException.NotFound e) {
            Problem why = e.problems().get(0);
            if (LATER.contains(why.code())) {
                ended(t, (em, s) -> s.waits(ReturnLog.now().plus(PAUSE)));
            } else if (!why.code().equals(TAKEN) || !plannedAnew(t, why)) {
                failed(t, why);
            }
        }
    }

    /** Between planning and doing another return took the money of this payment: there may be some of another. @return whether there is */
    private boolean plannedAnew(Todo t, Problem why) {
        try {
            ended(t, (em, s) -> {
                s.failed(why);
                em.flush();
                ReturnEntity r = ReturnRows.require(em, t.head().id());
                plan.anew(em, r, List.of(s));
            });
            return true;
        } catch (AmphoraException.Refused e) {
            // nothing is left of any payment: people decide
            return false;
        }
    }

    private void refund(Todo t) {
        Payment p = payments.find(BY, t.paymentId());
        desk.refund(BY, p.id(), p.version(), t.amount().amount(), t.byHand(), "return " + t.head().number(), t.key());
        Optional<PaymentStep> became = payments.stepOf(BY, t.key());
        switch (became.map(PaymentStep::state).orElse(PaymentStep.State.ASKING)) {
            case DONE -> ended(t, (em, s) -> s.done(ReturnLog.now()));
            case DECLINED -> failed(t, Problem.of("", "returns.declined", "the refund was declined: {0}", Optional.ofNullable(became.get().message()).orElse("-")));
            // the payment domain says so when it ends; looking now and then does not hurt
            case ASKING, TO_CONFIRM -> ended(t, (em, s) -> s.waits(ReturnLog.now().plus(s.attempts() < 5 ? PAUSE : PATIENCE)));
        }
    }

    /** Both or neither, and no gateway is asked: one transaction. */
    private void credit(Todo t) {
        tx.callWithRetry(em -> {
            ReturnRows.lockOf(em, t.head().id());
            ReturnStepEntity step = em.find(ReturnStepEntity.class, t.id());
            if (step.state() == State.DONE) {
                return null;
            }
            Payment p = payments.find(BY, t.paymentId());
            desk.refund(BY, p.id(), p.version(), t.amount().amount(), true, "return " + t.head().number(), t.key());
            if (p.method() != io.amphora.payment.api.PaymentMethod.STORE_CREDIT) {
                credits.grant(BY, t.head().customerId(), t.amount(), "return " + t.head().number(), t.key());
            }
            step.done(ReturnLog.now());
            plan.endIfDone(em, ReturnRows.require(em, t.head().id()));
            return null;
        });
    }

    private void spend(Todo t) {
        credits.spend(BY, t.head().newOrderId(), t.amount().amount(), t.key());
        ended(t, (em, s) -> s.done(ReturnLog.now()));
    }

    /** The number of the return makes a second order impossible. */
    private void order(Todo t, boolean tell) {
        Order old = orders.find(BY, t.head().orderId());
        NewOrder wanted = new NewOrder(Origin.CHANNEL, t.head().number(), old.customerId(), old.number(), old.total().currency().getCurrencyCode(), old.shipTo(), null, null,
                SettleReturn.lines(t.head().newLines()));
        try {
            Actor settled = new Actor(t.head().by(), t.head().by(), Set.of(OrderEntry.ENTER));
            Order made = t.head().outcome() == ReturnOutcome.REPLACEMENT ? entry.replace(settled, wanted) : entry.place(settled, wanted);
            tx.callWithRetry(em -> {
                ReturnRows.lockOf(em, t.head().id());
                ReturnEntity r = ReturnRows.require(em, t.head().id());
                ReturnStepEntity step = em.find(ReturnStepEntity.class, t.id());
                if (step.state() != State.DONE) {
                    step.done(ReturnLog.now());
                    plan.money(em, r, orders.find(BY, r.paidOrderId()), made);
                }
                return null;
            });
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            undo(t, e);
            if (tell) {
                throw e;
            }
        }
    }

    /** The new order cannot be: the settlement never was. */
    private void undo(Todo t, AmphoraException why) {
        tx.callWithRetry(em -> {
            ReturnRows.lockOf(em, t.head().id());
            ReturnEntity r = ReturnRows.require(em, t.head().id());
            ReturnRows.steps(em, r.id()).forEach(em::remove);
            ReturnRows.lines(em, r.id()).forEach(ReturnLineEntity::unsettle);
            r.unsettle(ReturnLog.now());
            log.say(em, r, "failed", BY.name(), why.getMessage().length() > 2000 ? why.getMessage().substring(0, 2000) : why.getMessage());
            return null;
        });
    }

    private interface End {
        void on(EntityManager em, ReturnStepEntity step);
    }

    private void ended(Todo t, End end) {
        tx.callWithRetry(em -> {
            ReturnRows.lockOf(em, t.head().id());
            ReturnStepEntity step = em.find(ReturnStepEntity.class, t.id());
            if (step != null && step.state() != State.DONE) {
                end.on(em, step);
                ReturnEntity r = ReturnRows.require(em, t.head().id());
                if (r.state() == ReturnState.SETTLING) {
                    plan.endIfDone(em, r);
                }
            }
            return null;
        });
    }

    private void failed(Todo t, Problem why) {
        ended(t, (em, s) -> {
            s.failed(why);
            log.say(em, ReturnRows.require(em, t.head().id()), "failed", BY.name(), why.message());
        });
    }

    /** Goes on with what nobody is at. @return how many settlements */
    int sweep(Instant now, int limit) {
        List<Long> open = tx.call(em -> ReturnRows.toDo(em, now, limit));
        open.forEach(id -> run(id, false));
        return open.size();
    }

    /** A refund of the order ended: goes on with what waited for it. */
    void heard(long orderId) {
        tx.call(em -> ReturnRows.waiting(em, orderId)).forEach(id -> run(id, false));
    }
}
