package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.CreditEntity;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets an order owe less, without moving money. */
@Component(service = CreditOrder.class)
public final class CreditOrder {
    private final Tx tx;
    private final Accounts accounts;
    private final PaymentLog log;
    private final Positions positions;

    @Activate
    public CreditOrder(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference PaymentLog log, @Reference Positions positions) {
        this.tx = tx;
        this.accounts = accounts;
        this.log = log;
        this.positions = positions;
    }

    PaymentPosition credit(Actor by, long orderId, BigDecimal wanted, String reason, String key) {
        String request = key == null ? Requests.hash(UUID.randomUUID().toString()) : Steps.requestKey(by, key);
        String print = Requests.hash("CREDIT|" + orderId + "|" + (wanted == null ? "" : wanted.stripTrailingZeros().toPlainString()));
        return Steps.again(() -> tx.callWithRetry(em -> {
            Held held = accounts.hold(em, orderId);
            Optional<CreditEntity> before = em.createQuery("select c from CreditEntity c where c.requestKey = :k", CreditEntity.class).setParameter("k", request).getResultStream().findFirst();
            if (before.isPresent()) {
                Steps.same(before.get().requestPrint(), print);
            } else {
                book(em, held, checked(held, wanted), reason, request, print, by.name());
            }
            em.flush();
            return positions.position(em, held.order());
        }));
    }

    /**
     * A credit note was issued by hand: the order owes less by what its papers would now ask for less than the order itself. Returns, refunds and cancellations may have let it off before:
     * then it is the paper of that.
     *
     * @param amount of the credit note
     * @param billed what the order comes to, as far as it is invoiced
     * @param asked  what invoices ask for, less all credit notes
     */
    void follow(long orderId, String number, String by, BigDecimal amount, BigDecimal billed, BigDecimal asked) {
        String request = Requests.hash("credit-note|" + number);
        Steps.again(() -> tx.callWithRetry(em -> {
            Held held = accounts.hold(em, orderId);
            if (em.createQuery("select c.id from CreditEntity c where c.requestKey = :k", Long.class).setParameter("k", request).getResultList().isEmpty()) {
                BigDecimal total = held.total().amount();
                BigDecimal off = held.account().credited(total);
                // what was let off may be for goods that are on no invoice
                BigDecimal offBilled = off.subtract(total.subtract(billed).max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
                BigDecimal less = billed.subtract(offBilled).subtract(asked).setScale(held.total().rounded().amount().scale(), RoundingMode.HALF_UP).min(amount).min(total.subtract(off));
                if (less.signum() > 0) {
                    book(em, held, less, number, request, request, by);
                } else {
                    // remembered all the same: heard again, it is no second paper
                    em.persist(new CreditEntity(held.account(), BigDecimal.ZERO, number, request, request, by, Accounts.now()));
                }
                held.account().documented(amount.subtract(less.max(BigDecimal.ZERO)));
            }
            return null;
        }));
    }

    private static BigDecimal checked(Held held, BigDecimal wanted) {
        Problems problems = new Problems();
        BigDecimal amount = Amounts.checked(problems, wanted, null, held.account().currency());
        problems.throwIfAny();
        BigDecimal total = held.total().amount();
        BigDecimal most = total.subtract(held.account().credited(total));
        if (amount.compareTo(most) > 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.credit-too-much", "{0} {1} are more than the {2} that order {3} is still worth", amount.toPlainString(),
                    held.account().currency(), most.stripTrailingZeros().toPlainString(), held.order().number()));
        }
        return amount;
    }

    private void book(EntityManager em, Held held, BigDecimal amount, String reason, String request, String print, String by) {
        em.persist(new CreditEntity(held.account(), amount, reason, request, print, by, Accounts.now()));
        held.account().letOff(amount);
        accounts.settle(em, held, by, Accounts.now());
        log.credited(held.account(), amount, reason, by);
    }
}
