package io.amphora.payment.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.payment.api.StoreCredits;
import io.amphora.payment.core.store.StoreEntryEntity;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves balances of store credit, each change with its entry. For use inside a transaction; whoever moves a balance holds its row until the end. */
@Component(service = StoreLedger.class)
public final class StoreLedger {
    private final PaymentLog log;

    @Activate
    public StoreLedger(@Reference PaymentLog log) {
        this.log = log;
    }

    /** What was asked for before under the same key. @throws AmphoraException.Invalid if that was something else */
    Optional<StoreEntryEntity> before(EntityManager em, String requestKey, String print) {
        Optional<StoreEntryEntity> entry = em.createQuery("select e from StoreEntryEntity e where e.requestKey = :k", StoreEntryEntity.class).setParameter("k", requestKey)
                .getResultStream().findFirst();
        entry.ifPresent(e -> Steps.same(e.requestPrint(), print));
        return entry;
    }

    /** @param amount signed @throws AmphoraException.Refused if less is there */
    StoreEntryEntity move(EntityManager em, long customerId, StoreCredits.Kind kind, Money amount, String note, String requestKey, String print, String by) {
        String currency = amount.currency().getCurrencyCode();
        int moved = Sql.of("update payment_store_balance set balance = balance + ? where customer_id = ? and currency = ? and balance >= ?", amount.amount(), customerId, currency,
                amount.amount().negate()).update(em);
        if (moved == 0) {
            open(em, customerId, amount, currency);
        }
        StoreEntryEntity entry = new StoreEntryEntity(customerId, kind, amount, balance(em, customerId, currency), note, requestKey, print, by, Accounts.now());
        em.persist(entry);
        log.store(customerId, kind, amount, by, note);
        return entry;
    }

    private static void open(EntityManager em, long customerId, Money amount, String currency) {
        if (amount.isNegative()) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.store-short", "the customer has {0} {1} of store credit, not {2}",
                    balance(em, customerId, currency).stripTrailingZeros().toPlainString(), currency, amount.amount().negate().stripTrailingZeros().toPlainString()));
        }
        try {
            Sql.of("insert into payment_store_balance (customer_id, currency, balance) values (?, ?, ?)", customerId, currency, amount.amount()).update(em);
        } catch (PersistenceException e) {
            // somebody else made it meanwhile: again, then it is there
            throw Duplicates.caused(e) ? new OptimisticLockException(e) : e;
        }
    }

    static BigDecimal balance(EntityManager em, long customerId, String currency) {
        List<BigDecimal> found = Sql.of("select b.balance from payment_store_balance b where b.customer_id = ? and b.currency = ?", customerId, currency).values(em);
        return found.isEmpty() ? BigDecimal.ZERO : found.get(0);
    }
}
