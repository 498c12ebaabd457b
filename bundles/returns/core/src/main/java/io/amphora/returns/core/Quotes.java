package io.amphora.returns.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Order;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.core.store.Before;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import io.amphora.returns.core.store.ReturnRows.Taken;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Computes what a return is worth, and why. For use inside a transaction. */
@Component(service = Quotes.class)
public final class Quotes {
    private static final int SCALE = 3;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final PolicyStore policy;
    private final NewGoods newGoods;
    private final CreditNotes notes;

    @Activate
    public Quotes(@Reference PolicyStore policy, @Reference NewGoods newGoods, @Reference CreditNotes notes) {
        this.policy = policy;
        this.newGoods = newGoods;
        this.notes = notes;
    }

    /** @param order that the goods were paid with @param position of its payments */
    RefundQuote quote(EntityManager em, ReturnEntity r, Order order, PaymentPosition position, NewSettlement wanted) {
        Problems problems = new Problems();
        if (wanted.outcome() == null) {
            throw new AmphoraException.Invalid(Problem.of("outcome", "required", "must not be empty"));
        }
        Rules rules = policy.rules();
        int digits = RefundMath.digits(order);
        Map<Long, Taken> taken = ReturnRows.credited(em, r.paidOrderId(), r.id());
        List<RefundQuote.Line> lines = lines(em, r, order, wanted, new HashMap<>(taken), problems);
        BigDecimal goods = lines.stream().map(l -> l.amount().amount()).reduce(BigDecimal.ZERO.setScale(digits), BigDecimal::add);
        BigDecimal mostCharges = RefundMath.charges(order).subtract(ReturnRows.charges(em, r.paidOrderId(), r.id())).subtract(notes.papers(r.paidOrderId()).charges()).max(BigDecimal.ZERO)
                .setScale(digits, RoundingMode.DOWN);
        boolean credits = wanted.outcome().credits();
        BigDecimal charges = !credits ? BigDecimal.ZERO : wanted.charges() != null ? wanted.charges() : rules.refundCharges() && whole(order, taken, lines) ? mostCharges : BigDecimal.ZERO;
        BigDecimal fee = !credits ? BigDecimal.ZERO : wanted.fee() != null ? wanted.fee() : r.kind() == ReturnKind.CLAIM ? BigDecimal.ZERO
                : goods.multiply(rules.feePercent()).divide(HUNDRED, digits, RoundingMode.HALF_UP);
        money(problems, "charges", charges, mostCharges, digits);
        money(problems, "fee", fee, goods.add(charges), digits);
        problems.check(lines.stream().anyMatch(l -> l.quantity().signum() > 0), "quantities", "returns.nothing", "there is nothing to settle");
        boolean exchange = wanted.outcome() == ReturnOutcome.EXCHANGE && !wanted.lines().isEmpty();
        Money chosen = exchange ? newGoods.total(order.total().currency(), wanted.lines(), problems) : null;
        problems.throwIfAny();
        // what was given back by hand is not owed to the customer a second time
        BigDecimal worth = position.total().minus(position.credited()).amount().max(BigDecimal.ZERO);
        BigDecimal all = credits ? goods.add(charges).subtract(fee) : BigDecimal.ZERO;
        BigDecimal credit = all.subtract(noted(em, r, lines).values().stream().map(Before::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).max(BigDecimal.ZERO).min(worth);
        BigDecimal giveBack = credit.min(credit.subtract(position.open().amount()).max(BigDecimal.ZERO));
        return new RefundQuote(m(goods, order), m(charges, order), m(fee, order), m(credit, order), m(credit.subtract(giveBack), order), m(giveBack, order), m(mostCharges, order), lines, chosen,
                m(all.subtract(credit), order));
    }

    private static void money(Problems problems, String field, BigDecimal amount, BigDecimal most, int digits) {
        problems.notNegative(field, amount, digits);
        problems.check(amount.compareTo(most) <= 0, field, "returns.at-most", "must be at most {0}", most.toPlainString());
    }

    private static Money m(BigDecimal amount, Order order) {
        return new Money(amount, order.total().currency()).rounded();
    }

    /** @param taken changes with each line */
    private List<RefundQuote.Line> lines(EntityManager em, ReturnEntity r, Order order, NewSettlement wanted, Map<Long, Taken> taken, Problems problems) {
        Map<Long, BigDecimal> totals = RefundMath.lineTotals(order);
        Map<Long, Order.Line> ordered = order.lines().stream().collect(Collectors.toMap(Order.Line::id, l -> l));
        List<ReturnLineEntity> all = ReturnRows.lines(em, r.id());
        Map<Long, BigDecimal> left = wanted.quantities() == null ? new HashMap<>() : new HashMap<>(wanted.quantities());
        List<RefundQuote.Line> lines = new ArrayList<>();
        for (ReturnLineEntity l : all) {
            BigDecimal most = r.kind() == ReturnKind.CLAIM ? l.requested() : l.inspected();
            BigDecimal quantity = wanted.quantities() == null ? most : left.getOrDefault(l.id(), BigDecimal.ZERO);
            left.remove(l.id());
            String field = "quantities." + l.id();
            problems.notNegative(field, quantity, SCALE);
            problems.check(quantity.compareTo(most) <= 0, field, "returns.at-most", "must be at most {0}", most.stripTrailingZeros().toPlainString());
            Taken before = taken.getOrDefault(l.paidLineId(), Taken.NONE);
            Order.Line line = ordered.get(l.paidLineId());
            BigDecimal total = line == null ? BigDecimal.ZERO : totals.getOrDefault(line.id(), BigDecimal.ZERO);
            BigDecimal whole = line == null ? l.requested() : line.quantity();
            BigDecimal amount = quantity.signum() == 0 ? BigDecimal.ZERO : RefundMath.amount(total, whole, before.quantity(), before.amount(), quantity, RefundMath.digits(order));
            // lines of replacements may stand for the same one that was paid
            taken.put(l.paidLineId(), new Taken(before.taken(), before.quantity().add(quantity), before.amount().add(amount)));
            lines.add(new RefundQuote.Line(l.id(), l.sku(), plain(quantity), plain(before.quantity()), plain(whole), m(total, order), m(amount, order)));
        }
        left.keySet().forEach(id -> problems.add("quantities." + id, "returns.no-such-line", "return {0} has no such line", r.number()));
        return lines;
    }

    /** What credit notes by hand let off of these very goods before, by line of the return: it is not let off twice. */
    Map<Long, Before> noted(EntityManager em, ReturnEntity r, List<RefundQuote.Line> lines) {
        Map<Long, CreditNotes.Noted> papers = notes.papers(r.paidOrderId()).lines();
        Map<Long, Taken> taken = ReturnRows.credited(em, r.paidOrderId(), r.id());
        Map<Long, Before> used = new HashMap<>(ReturnRows.noted(em, r.paidOrderId(), r.id()));
        Map<Long, Long> paid = ReturnRows.lines(em, r.id()).stream().collect(Collectors.toMap(ReturnLineEntity::id, ReturnLineEntity::paidLineId));
        Map<Long, Before> noted = new HashMap<>();
        for (RefundQuote.Line l : lines) {
            long line = paid.get(l.lineId());
            CreditNotes.Noted paper = papers.get(line);
            Before before = used.getOrDefault(line, Before.NOTHING);
            if (paper != null && l.quantity().signum() > 0) {
                Before now = noted(l, paper, before, taken.getOrDefault(line, Taken.NONE).quantity());
                noted.put(l.lineId(), now);
                used.put(line, new Before(before.quantity().add(now.quantity()), before.amount().add(now.amount())));
            }
        }
        return noted;
    }

    /** @param used by other lines @param returned pieces that other returns let off: credit notes by hand may be the paper of those */
    private static Before noted(RefundQuote.Line l, CreditNotes.Noted paper, Before used, BigDecimal returned) {
        BigDecimal pieces = paper.byHand().subtract(used.quantity()).min(paper.credited().subtract(returned)).min(l.quantity());
        if (pieces.signum() <= 0) {
            return Before.NOTHING;
        }
        int digits = l.amount().amount().scale();
        boolean last = pieces.compareTo(paper.byHand().subtract(used.quantity())) == 0;
        BigDecimal amount = last ? paper.amount().subtract(used.amount()).setScale(digits, RoundingMode.HALF_UP) : paper.amount().multiply(pieces).divide(paper.byHand(), digits, RoundingMode.HALF_UP);
        return new Before(pieces, amount.max(BigDecimal.ZERO).min(l.amount().amount()));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    /** Whether with this all of the order is credited. */
    private static boolean whole(Order order, Map<Long, Taken> taken, List<RefundQuote.Line> lines) {
        Map<Long, BigDecimal> back = new HashMap<>();
        taken.forEach((line, t) -> back.merge(line, t.quantity(), BigDecimal::add));
        BigDecimal now = lines.stream().map(RefundQuote.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before = back.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ordered = RefundMath.live(order).stream().map(Order.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return before.add(now).compareTo(ordered) >= 0;
    }
}
