package io.amphora.payment.core.bank;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.Payments;
import io.amphora.payment.core.store.BankLineEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bank transfers in the database. */
@Component
public final class JpaBankLines implements BankLines {
    private final Tx tx;
    private final BookLine book;

    @Activate
    public JpaBankLines(@Reference(target = "(domain=payment)") Tx tx, @Reference BookLine book) {
        this.tx = tx;
        this.book = book;
    }

    @Override
    public Read readCsv(Actor by, String csv) {
        by.require(PaymentDesk.TAKE);
        return read(by, StatementCsv.read(csv));
    }

    /** Each line in a transaction of its own: one that fails leaves the others booked, and reading the statement again goes on. */
    @Override
    public Read read(Actor by, List<StatementLine> lines) {
        by.require(PaymentDesk.TAKE);
        List<StatementLine> received = lines.stream().filter(l -> l.amount() == null || l.amount().signum() >= 0).toList();
        int outgoing = lines.size() - received.size();
        if (received.isEmpty() && outgoing > 0) {
            return new Read(0, 0, 0, outgoing);
        }
        Map<String, StatementLine> wanted = StatementCheck.checked(lines);
        Set<String> known = known(wanted.keySet());
        int matched = 0;
        int unmatched = 0;
        for (Map.Entry<String, StatementLine> line : wanted.entrySet()) {
            if (!known.contains(line.getKey())) {
                BankLine.State state = book.take(by, line.getKey(), line.getValue());
                matched += state == BankLine.State.MATCHED ? 1 : 0;
                unmatched += state == BankLine.State.UNMATCHED ? 1 : 0;
            }
        }
        return new Read(matched, unmatched, received.size() - matched - unmatched, outgoing);
    }

    private Set<String> known(Set<String> keys) {
        List<String> all = new ArrayList<>(keys);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < all.size(); i += Sql.MAX_IN) {
            List<String> some = all.subList(i, Math.min(i + Sql.MAX_IN, all.size()));
            known.addAll(tx.call(em -> PaymentRows.knownLines(em, some)));
        }
        return known;
    }

    @Override
    public Page<BankLine> list(Actor by, BankLine.State state, PageRequest page) {
        by.require(Payments.READ);
        return Page.of(tx.call(em -> PaymentRows.lines(em, state, page.afterNumber(), page.size() + 1).stream().map(BankLineEntity::toLine).toList()), page.size(), BankLine::id);
    }

    @Override
    public int countUnmatched(Actor by, int limit) {
        by.require(Payments.READ);
        return tx.call(em -> PaymentRows.lines(em, BankLine.State.UNMATCHED, null, limit).size());
    }

    @Override
    public BankLine find(Actor by, long id) {
        by.require(Payments.READ);
        return tx.call(em -> PaymentRows.requireLine(em, id).toLine());
    }

    @Override
    public BankLine assign(Actor by, long id, long version, long orderId) {
        by.require(PaymentDesk.TAKE);
        return book.assign(by, id, version, orderId);
    }

    @Override
    public BankLine drop(Actor by, long id, long version, String reason) {
        by.require(PaymentDesk.TAKE);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, 1000);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            BankLineEntity line = open(em, id, version);
            line.dropped(why, by.name());
            em.flush();
            return line.toLine();
        });
    }

    /** A line that nobody has dealt with. */
    static BankLineEntity open(EntityManager em, long id, long version) {
        BankLineEntity line = PaymentRows.requireLine(em, id);
        if (line.version() != version) {
            throw new AmphoraException.Stale("bank line", id, version, line.version());
        }
        if (line.state() != BankLine.State.UNMATCHED) {
            throw new AmphoraException.Refused(Problem.of("", "payment.line.closed", "bank line {0} is {1} already", id, line.state()));
        }
        return line;
    }
}
