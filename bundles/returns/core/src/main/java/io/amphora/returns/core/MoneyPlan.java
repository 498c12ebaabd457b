package io.amphora.returns.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.Payments;
import io.amphora.returns.api.Return.Step.Kind;
import io.amphora.returns.api.Return.Step.State;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnRows;
import io.amphora.returns.core.store.ReturnStepEntity;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down what money has to move for a settlement, never more than was paid. For use inside a transaction that holds the order's returns. */
@Component(service = MoneyPlan.class)
public final class MoneyPlan {
    /** So long whoever planned a step may take to do it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final PaymentDesk desk;
    private final Payments payments;
    private final ReturnLog log;

    @Activate
    public MoneyPlan(@Reference PaymentDesk desk, @Reference Payments payments, @Reference ReturnLog log) {
        this.desk = desk;
        this.payments = payments;
        this.log = log;
    }

    static Instant leased() {
        return ReturnLog.now().plus(LEASE);
    }

    /** The order owes less from now on, and what was paid for that goes back. @param order made by the settlement, null if none */
    void money(EntityManager em, ReturnEntity r, Order old, Order made) {
        if (r.outcome().credits() && r.credit().signum() > 0) {
            PaymentPosition position = desk.credit(SettleReturn.SYSTEM, r.paidOrderId(), r.credit().setScale(RefundMath.digits(old)), "return " + r.number(), "return-" + r.id() + "-" + r.version());
            BigDecimal giveBack = position.open().amount().negate().max(BigDecimal.ZERO).min(r.credit());
            r.givesBack(giveBack);
            split(em, r, position, giveBack, made);
        }
        if (made != null) {
            r.ordered(made.id(), made.number());
        }
        log.say(em, r, "settled", r.settledBy(), r.settleNote());
        endIfDone(em, r);
    }

    private void split(EntityManager em, ReturnEntity r, PaymentPosition position, BigDecimal giveBack, Order made) {
        BigDecimal kept = r.outcome() == ReturnOutcome.STORE_CREDIT ? giveBack : made == null ? BigDecimal.ZERO : giveBack.min(made.total().rounded().amount());
        Map<Long, BigDecimal> free = free(em, position);
        take(em, r, position, free, kept, Kind.CREDIT);
        if (made != null && kept.signum() > 0) {
            em.persist(new ReturnStepEntity(r.id(), Kind.SPEND, null, kept, false, UUID.randomUUID().toString(), leased()));
        }
        take(em, r, position, free, giveBack.subtract(kept), Kind.REFUND);
    }

    /** What can still be given back of each payment, less what is planned and not begun: also what waits for another refund of the same payment. */
    private Map<Long, BigDecimal> free(EntityManager em, PaymentPosition position) {
        Map<Long, BigDecimal> free = new HashMap<>();
        position.payments().forEach(p -> free.put(p.id(), p.refundable().amount()));
        em.createQuery("select s from ReturnStepEntity s, ReturnEntity r where s.returnId = r.id and r.paidOrderId = :o and s.state in :s and s.paymentId is not null", ReturnStepEntity.class)
                .setParameter("o", position.orderId()).setParameter("s", List.of(State.TODO, State.WAITING)).getResultList().stream()
                .filter(s -> payments.stepOf(SettleReturn.SYSTEM, s.key()).isEmpty()).forEach(s -> free.merge(s.paymentId(), s.amount().negate(), BigDecimal::add));
        return free;
    }

    /** Gateways first, then other money, what was store credit last; of each sort the oldest first. */
    private static List<Payment> inTurn(PaymentPosition position) {
        return position.payments().stream().filter(p -> p.state().received())
                .sorted(Comparator.comparingInt((Payment p) -> p.method() == PaymentMethod.GATEWAY ? 0 : p.method() == PaymentMethod.STORE_CREDIT ? 2 : 1).thenComparing(Payment::id)).toList();
    }

    private static void take(EntityManager em, ReturnEntity r, PaymentPosition position, Map<Long, BigDecimal> free, BigDecimal amount, Kind kind) {
        BigDecimal left = amount;
        for (Payment p : inTurn(position)) {
            BigDecimal part = free.get(p.id()).min(left);
            if (part.signum() > 0) {
                em.persist(new ReturnStepEntity(r.id(), kind, p.id(), part, r.byHand() || kind == Kind.CREDIT || p.method() != PaymentMethod.GATEWAY, UUID.randomUUID().toString(), leased()));
                free.merge(p.id(), part.negate(), BigDecimal::add);
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            throw new AmphoraException.Refused(Problem.of("", "returns.not-refundable", "{0} {1} of order {2} cannot be given back now: other refunds are under way", left.toPlainString(),
                    r.currency(), r.orderNumber()));
        }
    }

    /** Plans anew what failed. */
    void again(EntityManager em, ReturnEntity r, boolean byHand) {
        List<ReturnStepEntity> failed = ReturnRows.steps(em, r.id()).stream().filter(s -> s.state() == State.FAILED).toList();
        if (failed.isEmpty()) {
            throw new AmphoraException.Refused(Problem.of("", "returns.nothing-failed", "nothing of return {0} failed", r.number()));
        }
        r.byHand(byHand);
        anew(em, r, failed);
    }

    /** Other steps for these, of what there is now. */
    void anew(EntityManager em, ReturnEntity r, List<ReturnStepEntity> failed) {
        failed.forEach(em::remove);
        em.flush();
        PaymentPosition position = payments.position(SettleReturn.SYSTEM, r.paidOrderId());
        Map<Long, BigDecimal> free = free(em, position);
        for (Kind kind : List.of(Kind.CREDIT, Kind.REFUND)) {
            take(em, r, position, free, failed.stream().filter(s -> s.kind() == kind).map(ReturnStepEntity::amount).reduce(BigDecimal.ZERO, BigDecimal::add), kind);
        }
        failed.stream().filter(s -> s.kind() == Kind.SPEND || s.kind() == Kind.ORDER)
                .forEach(s -> em.persist(new ReturnStepEntity(r.id(), s.kind(), null, s.amount(), false, UUID.randomUUID().toString(), leased())));
        em.flush();
    }

    /** Ends the settlement if all its steps are done. */
    void endIfDone(EntityManager em, ReturnEntity r) {
        em.flush();
        if (ReturnRows.steps(em, r.id()).stream().allMatch(s -> s.state() == State.DONE)) {
            r.completed(ReturnLog.now());
            log.say(em, r, "completed", SettleReturn.SYSTEM.name(), null);
        }
    }
}
