package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.gateway.ActiveGateway.Asked;
import io.amphora.payment.core.gateway.GatewayBook;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StepEntity;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks gateways about steps that are written down, and writes down what they say. Whoever dies in between leaves a step that is asked about again. */
@Component(service = GatewayCalls.class)
public final class GatewayCalls {
    static final int ATTEMPTS = 10;
    private static final Actor SYSTEM = Actor.system("payment");
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration ABSENT = Duration.ofMinutes(1);

    private record Question(PaymentAction action, String gateway, GatewayRequest request) {
    }

    private final Tx tx;
    private final Accounts accounts;
    private final GatewayBook gateways;
    private final Outcomes outcomes;
    private final Steps steps;

    @Activate
    public GatewayCalls(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference GatewayBook gateways, @Reference Outcomes outcomes, @Reference Steps steps) {
        this.tx = tx;
        this.accounts = accounts;
        this.gateways = gateways;
        this.outcomes = outcomes;
        this.steps = steps;
    }

    /** The caller has the lease of the step. */
    Payment ask(long stepId) {
        Question q = tx.call(em -> question(em.find(StepEntity.class, stepId), em));
        Optional<Asked> asked = gateways.find(q.gateway()).map(g -> g.ask(q.action(), q.request(), gateways.threads()));
        Payment payment = Steps.again(() -> tx.callWithRetry(em -> {
            StepEntity first = em.find(StepEntity.class, stepId);
            Held held = accounts.hold(em, first.orderId());
            em.refresh(first);
            PaymentEntity p = PaymentRows.require(em, first.paymentId());
            if (!first.state().ended()) {
                write(em, held, p, first, asked, q.gateway());
                em.flush();
            }
            return p.toPayment();
        }));
        return late(payment);
    }

    private static Question question(StepEntity s, EntityManager em) {
        PaymentEntity p = PaymentRows.require(em, s.paymentId());
        String reference = s.action() == PaymentAction.AUTHORISE ? null : p.reference();
        return new Question(s.action(), s.gatewayId(), new GatewayRequest(s.gatewayKey(), p.id(), p.orderNumber(), s.money(), reference, s.reason()));
    }

    private void write(EntityManager em, Held held, PaymentEntity p, StepEntity step, Optional<Asked> asked, String gateway) {
        Instant now = Accounts.now();
        if (asked.isEmpty()) {
            step.unanswered("the gateway " + gateway + " is not there", false, now.plus(ABSENT));
            return;
        }
        GatewayAnswer answer = asked.get().answer();
        if (answer == null && step.attempts() + 1 < ATTEMPTS) {
            step.unanswered(asked.get().error(), true, now.plus(PAUSE.multipliedBy(1L << Math.min(step.attempts(), 8))));
        } else if (answer == null || answer.outcome() == GatewayAnswer.Outcome.BY_PERSON) {
            step.forPerson(answer == null ? asked.get().error() : answer.message());
            p.awaited(PaymentStep.State.TO_CONFIRM, now);
        } else {
            outcomes.ended(em, held, p, step, answer.outcome() == GatewayAnswer.Outcome.APPROVED, answer.reference(), answer.message(), null);
        }
    }

    /** The order was stopped while the gateway was asked: what it set aside is let go again. */
    private Payment late(Payment p) {
        if (p.state() != PaymentState.AUTHORISED || p.pending() != null) {
            return p;
        }
        boolean stopped = tx.call(em -> accounts.hold(em, p.orderId()).stopped());
        return stopped ? release(p.id()) : p;
    }

    /** Lets go of what was set aside for a stopped order; doing so twice does nothing. */
    Payment release(long paymentId) {
        return steps.begin(paymentId, null, Steps.Wish.of(SYSTEM, PaymentAction.CANCEL, null, "the order was stopped", "stopped-" + paymentId).slowly()).payment();
    }

    /** Steps without an answer that nobody is asking about now; each is leased before it is asked about, so that of several nodes one does. */
    int sweep(Instant now, int limit) {
        List<Long> open = tx.call(em -> PaymentRows.toAsk(em, now, limit));
        int asked = 0;
        for (long id : open) {
            int leased = tx.call(em -> em.createQuery("update StepEntity s set s.askAfter = :until, s.version = s.version + 1 where s.id = :id and s.state = :s and s.askAfter <= :n")
                    .setParameter("until", Accounts.now().plus(Steps.LEASE)).setParameter("id", id).setParameter("s", PaymentStep.State.ASKING).setParameter("n", now).executeUpdate());
            if (leased == 1) {
                ask(id);
                asked++;
            }
        }
        return asked;
    }
}
