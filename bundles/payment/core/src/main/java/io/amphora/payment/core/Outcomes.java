package io.amphora.payment.core;

import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.StoreCredits;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StepEntity;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an ended step does to its payment and to what the order owes. For use inside a transaction that holds the account. */
@Component(service = Outcomes.class)
public final class Outcomes {
    private final Accounts accounts;
    private final PaymentLog log;
    private final StoreLedger store;

    @Activate
    public Outcomes(@Reference Accounts accounts, @Reference PaymentLog log, @Reference StoreLedger store) {
        this.store = store;
        this.accounts = accounts;
        this.log = log;
    }

    /** @param person who said so, null if a gateway did */
    void ended(EntityManager em, Held held, PaymentEntity p, StepEntity step, boolean done, String reference, String message, String person) {
        Instant now = Accounts.now();
        step.end(done, reference, message, person, now);
        if (p.pendingStep() != null) {
            p.answered(step.amount(), now);
        }
        String by = person == null ? "system:payment" : person;
        if (done) {
            apply(em, held, p, step, reference, now, by);
        } else {
            refused(p, step, now, by);
        }
        accounts.settle(em, held, by, now);
    }

    private void apply(EntityManager em, Held held, PaymentEntity p, StepEntity step, String reference, Instant now, String by) {
        switch (step.action()) {
            case AUTHORISE -> {
                p.authorised(reference, now);
                log.say(p, "authorised", step.amount(), by);
            }
            case CAPTURE, RECEIVE -> {
                p.captured(step.amount(), reference, now);
                log.say(p, "paid", step.amount(), by);
            }
            case CANCEL -> {
                p.voided(now);
                log.say(p, "voided", step.amount(), by);
            }
            case REFUND -> {
                BigDecimal tooMuchPaid = Accounts.open(held, PaymentRows.ofOrder(em, p.orderId())).negate().max(BigDecimal.ZERO);
                held.account().credit(step.amount().subtract(tooMuchPaid).max(BigDecimal.ZERO));
                p.refunded(step.amount(), now);
                log.say(p, "refunded", step.amount(), by);
                toStore(em, p, step, by);
            }
        }
    }

    /** What was paid with store credit goes there again. */
    private void toStore(EntityManager em, PaymentEntity p, StepEntity step, String by) {
        if (p.method() == PaymentMethod.STORE_CREDIT && p.customerId() != null) {
            String key = Requests.hash("step|" + step.gatewayKey());
            store.move(em, p.customerId(), StoreCredits.Kind.RETURNED, step.money(), step.reason(), key, key, by).of(p.orderId(), p.orderNumber());
        }
    }

    /** The payment stays where it was; only an authorisation that is refused has failed. */
    private void refused(PaymentEntity p, StepEntity step, Instant now, String by) {
        if (step.action() == io.amphora.payment.api.PaymentAction.AUTHORISE) {
            p.failed(now);
        }
        log.say(p, "failed", step.amount(), by);
    }
}
