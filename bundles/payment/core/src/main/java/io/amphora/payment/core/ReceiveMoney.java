package io.amphora.payment.core;

import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StepEntity;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentKind;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money that came for an order, not for one payment. */
@Component(service = ReceiveMoney.class)
public final class ReceiveMoney {
    private final Outcomes outcomes;

    @Activate
    public ReceiveMoney(@Reference Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * Money for the order, whatever of it is due: what fits exactly first, then what is due earliest; too much stays with the last.
     *
     * @return id of the first payment it went to
     */
    public long book(EntityManager em, Held held, BigDecimal amount, PaymentMethod method, String reference, String by) {
        Instant now = Accounts.now();
        List<PaymentEntity> due = PaymentRows.ofOrder(em, held.account().orderId()).stream().filter(p -> p.state() == PaymentState.DUE && p.pendingStep() == null)
                .sorted(Comparator.comparing((PaymentEntity p) -> p.amount().compareTo(amount) != 0).thenComparing(PaymentEntity::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(PaymentEntity::id)).toList();
        if (due.isEmpty()) {
            PaymentEntity extra = new PaymentEntity(held.account(), PaymentKind.PART, method, amount, null, null, by, now);
            em.persist(extra);
            due = List.of(extra);
        }
        BigDecimal left = amount;
        for (int i = 0; i < due.size() && left.signum() > 0; i++) {
            PaymentEntity p = due.get(i);
            BigDecimal part = i == due.size() - 1 ? left : left.min(p.amount());
            left = left.subtract(part);
            String key = UUID.randomUUID().toString();
            StepEntity step = new StepEntity(p, PaymentAction.RECEIVE, part, null, key, key, Requests.hash(key), null, by, now);
            em.persist(step);
            p.by(method);
            outcomes.ended(em, held, p, step, true, reference, null, by);
        }
        return due.get(0).id();
    }
}
