package io.amphora.payment.core.bank;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines.StatementLine;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.Accounts;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.PaymentLog;
import io.amphora.payment.core.ReceiveMoney;
import io.amphora.payment.core.store.BankLineEntity;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a bank line pay for an order, or keeps it aside with the reason. */
@Component(service = BookLine.class)
public final class BookLine {
    private final Tx tx;
    private final Accounts accounts;
    private final Matcher matcher;
    private final ReceiveMoney receive;
    private final PaymentLog log;

    @Activate
    public BookLine(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference Matcher matcher, @Reference ReceiveMoney receive, @Reference PaymentLog log) {
        this.tx = tx;
        this.accounts = accounts;
        this.matcher = matcher;
        this.receive = receive;
        this.log = log;
    }

    /** @return null if somebody else took the same line at this moment */
    BankLine.State take(Actor by, String key, StatementLine line) {
        try {
            return once(by, key, line);
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // either the same line, or the first payment of the order: trying again tells
            return tx.call(em -> PaymentRows.knownLines(em, List.of(key))).isEmpty() ? once(by, key, line) : null;
        }
    }

    private BankLine.State once(Actor by, String key, StatementLine line) {
        return tx.callWithRetry(em -> {
            BankLineEntity entity = new BankLineEntity(line, key, Accounts.now());
            em.persist(entity);
            em.flush();
            Matcher.Match match = matcher.find(line.reference(), line.currency());
            if (match.order() == null) {
                aside(entity, match.reason());
            } else {
                Held held = accounts.hold(em, match.order().id());
                accounts.settle(em, held, by.name(), Accounts.now());
                BigDecimal due = due(em, held);
                if (line.amount().compareTo(due) > 0) {
                    aside(entity, Problem.of("", "payment.line.too-much", "of order {0} only {1} {2} are due", held.order().number(), due.stripTrailingZeros().toPlainString(), line.currency()));
                } else {
                    book(em, held, entity, by);
                }
            }
            em.flush();
            return entity.state();
        });
    }

    private static BigDecimal due(EntityManager em, Held held) {
        return PaymentRows.ofOrder(em, held.account().orderId()).stream().filter(p -> p.state() == PaymentState.DUE && p.pendingStep() == null)
                .map(PaymentEntity::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void aside(BankLineEntity line, Problem why) {
        line.unmatched(why);
        log.unmatched(line.id(), line.reference(), why.code());
    }

    private void book(EntityManager em, Held held, BankLineEntity line, Actor by) {
        String reference = line.reference().length() > 200 ? line.reference().substring(0, 200) : line.reference();
        long payment = receive.book(em, held, line.amount(), PaymentMethod.BANK_TRANSFER, reference, by.name());
        line.matched(held.account().orderId(), held.account().orderNumber(), payment, by.name());
    }

    BankLine assign(Actor by, long id, long version, long orderId) {
        return tx.callWithRetry(em -> {
            Held held = accounts.hold(em, orderId);
            BankLineEntity line = JpaBankLines.open(em, id, version);
            // money that came for a stopped order came all the same: it shows as to give back
            Optional<Problem> why = Matcher.unfit(held.order(), line.currency()).filter(p -> !p.code().equals("payment.line.stopped"));
            why.ifPresent(p -> {
                throw new AmphoraException.Refused(p);
            });
            accounts.settle(em, held, by.name(), Accounts.now());
            book(em, held, line, by);
            em.flush();
            return line.toLine();
        });
    }
}
