package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.Payments;
import io.amphora.payment.api.StoreCredits;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StoreEntryEntity;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Store credit in the database. */
@Component
public final class JpaStoreCredits implements StoreCredits {
    private static final int NOTE = 1000;

    private final Tx tx;
    private final StoreLedger ledger;
    private final Accounts accounts;
    private final ReceiveMoney receive;
    private final Positions positions;

    @Activate
    public JpaStoreCredits(@Reference(target = "(domain=payment)") Tx tx, @Reference StoreLedger ledger, @Reference Accounts accounts, @Reference ReceiveMoney receive,
                           @Reference Positions positions) {
        this.tx = tx;
        this.ledger = ledger;
        this.accounts = accounts;
        this.receive = receive;
        this.positions = positions;
    }

    @Override
    public List<Balance> balances(Actor by, long customerId) {
        by.require(Payments.READ);
        return tx.call(em -> Sql.of("select b.currency, b.balance from payment_store_balance b where b.customer_id = ? order by b.currency", customerId).rows(em)).stream()
                .map(r -> new Balance(customerId, Money.of((BigDecimal) r[1], (String) r[0]))).toList();
    }

    @Override
    public Page<Entry> entries(Actor by, long customerId, PageRequest page) {
        by.require(Payments.READ);
        List<StoreEntryEntity> rows = tx.call(em -> Sql.of("select e.* from payment_store_entry e").walking("payment_store_entry_of").add("where e.customer_id = ?", customerId)
                .addIf(page.afterNumber(), " and e.id < ?").add(" order by e.id desc").first(page.size() + 1).entities(em, StoreEntryEntity.class));
        return Page.of(rows, page.size(), StoreEntryEntity::id).map(StoreEntryEntity::toEntry);
    }

    @Override
    public Entry grant(Actor by, long customerId, Money amount, String note, String key) {
        return move(by, customerId, Kind.GRANTED, amount, note, key);
    }

    @Override
    public Entry take(Actor by, long customerId, Money amount, String note, String key) {
        return move(by, customerId, Kind.TAKEN, amount, note, key);
    }

    private Entry move(Actor by, long customerId, Kind kind, Money amount, String note, String key) {
        by.require(PaymentDesk.REFUND);
        Problems problems = new Problems();
        Amounts.checked(problems, amount.amount(), null, amount.currency().getCurrencyCode());
        String why = problems.text("note", note, NOTE);
        problems.throwIfAny();
        String print = Requests.hash(kind + "|" + customerId + "|" + amount.amount().stripTrailingZeros().toPlainString() + "|" + amount.currency());
        String request = request(by, key);
        return Steps.again(() -> tx.callWithRetry(em -> ledger.before(em, request, print)
                .orElseGet(() -> ledger.move(em, customerId, kind, kind == Kind.TAKEN ? negative(amount) : amount, why, request, print, by.name())).toEntry()));
    }

    private static String request(Actor by, String key) {
        return key == null ? Requests.hash(UUID.randomUUID().toString()) : Steps.requestKey(by, key);
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }

    @Override
    public PaymentPosition spend(Actor by, long orderId, BigDecimal amount, String key) {
        by.require(PaymentDesk.TAKE);
        String request = request(by, key);
        String print = Requests.hash("SPEND|" + orderId + "|" + (amount == null ? "" : amount.stripTrailingZeros().toPlainString()));
        return Steps.again(() -> tx.callWithRetry(em -> {
            Held held = accounts.hold(em, orderId);
            if (ledger.before(em, request, print).isEmpty()) {
                pay(em, held, checked(em, held, amount), request, print, by.name());
            }
            em.flush();
            return positions.position(em, held.order());
        }));
    }

    private BigDecimal checked(EntityManager em, Held held, BigDecimal wanted) {
        if (held.order().customerId() == null) {
            throw new AmphoraException.Refused(Problem.of("", "payment.store-nobody", "order {0} has no customer who could have store credit", held.order().number()));
        }
        String currency = held.account().currency();
        BigDecimal open = Accounts.open(held, PaymentRows.ofOrder(em, held.order().id())).max(BigDecimal.ZERO);
        BigDecimal there = StoreLedger.balance(em, held.order().customerId(), currency);
        if (wanted == null && open.min(there).signum() <= 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.store-nothing", "there is nothing to pay with store credit: open {0} {2}, store credit {1} {2}",
                    open.stripTrailingZeros().toPlainString(), there.stripTrailingZeros().toPlainString(), currency));
        }
        Problems problems = new Problems();
        BigDecimal amount = Amounts.checked(problems, wanted, open.min(there), currency);
        problems.throwIfAny();
        if (amount.compareTo(open) > 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.too-much", "only {0} {1} of order {2} are open", open.stripTrailingZeros().toPlainString(), currency,
                    held.order().number()));
        }
        return amount;
    }

    private void pay(EntityManager em, Held held, BigDecimal amount, String request, String print, String by) {
        Money spent = negative(Money.of(amount, held.account().currency()));
        ledger.move(em, held.order().customerId(), Kind.SPENT, spent, null, request, print, by).of(held.order().id(), held.order().number());
        receive.book(em, held, amount, PaymentMethod.STORE_CREDIT, null, by);
    }
}
