package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StepEntity;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person helps where a gateway gives no answer, or asks for one. */
@Component(service = ConfirmStep.class)
public final class ConfirmStep {
    private final Tx tx;
    private final Accounts accounts;
    private final Outcomes outcomes;

    @Activate
    public ConfirmStep(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference Outcomes outcomes) {
        this.tx = tx;
        this.accounts = accounts;
        this.outcomes = outcomes;
    }

    Payment confirm(Actor by, long id, long version, boolean approved, String reference) {
        return tx.callWithRetry(em -> {
            Held held = accounts.hold(em, PaymentRows.orderOf(em, id));
            PaymentEntity p = PaymentRows.require(em, id);
            StepEntity step = pending(em, by, p, version);
            if (step.state() == PaymentStep.State.ASKING && step.untried()) {
                throw new AmphoraException.Refused(Problem.of("", "payment.asking", "the gateway is being asked about the payment for order {0}", p.orderNumber()));
            }
            outcomes.ended(em, held, p, step, approved, reference, null, by.name());
            em.flush();
            return p.toPayment();
        });
    }

    /** @return the step, leased */
    long again(Actor by, long id, long version) {
        return tx.callWithRetry(em -> {
            accounts.hold(em, PaymentRows.orderOf(em, id));
            PaymentEntity p = PaymentRows.require(em, id);
            StepEntity step = pending(em, by, p, version);
            step.lease(Accounts.now().plus(Steps.LEASE));
            p.awaited(PaymentStep.State.ASKING, Accounts.now());
            return step.id();
        });
    }

    private static StepEntity pending(EntityManager em, Actor by, PaymentEntity p, long version) {
        if (p.pendingStep() == null) {
            throw new AmphoraException.Refused(Problem.of("", "payment.not-pending", "nothing is to be confirmed on the payment for order {0}", p.orderNumber()));
        }
        StepEntity step = em.find(StepEntity.class, p.pendingStep());
        by.require(step.action().permission());
        if (p.version() != version) {
            throw new AmphoraException.Stale("payment for order", p.orderNumber(), version, p.version());
        }
        return step;
    }
}
