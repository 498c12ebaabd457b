package io.amphora.returns.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Money;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.Return;

/** How the money of a return comes about, line by line. */
final class MoneyBlock extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats f = Formats.current();

    MoneyBlock() {
        addClassName("return-money");
        setId("money");
    }

    /** What would be. */
    MoneyBlock show(RefundQuote q) {
        removeAll();
        q.lines().stream().filter(l -> l.quantity().signum() > 0).forEach(l -> row(Texts.of("returns.money.line", l.sku(), f.number(l.quantity()), f.number(l.ordered()), f.money(l.lineTotal()))
                + (l.before().signum() > 0 ? " " + Texts.of("returns.money.before", f.number(l.before())) : ""), l.amount(), false));
        sums(q.charges(), q.fee(), q.givenBefore(), q.credit());
        if (q.notPaid().amount().signum() != 0) {
            row(Texts.of("returns.money.not-paid"), negative(q.notPaid()), false);
        }
        row(Texts.of("returns.money.give-back"), q.giveBack(), true);
        if (q.newGoods() != null) {
            row(Texts.of("returns.money.new-goods"), negative(q.newGoods()), false);
            Money difference = q.difference();
            row(Texts.of(difference.isNegative() ? "returns.money.difference-back" : "returns.money.difference"), difference.isNegative() ? negative(difference) : difference, true);
        }
        return this;
    }

    /** What was decided. */
    MoneyBlock show(Return.Settlement s) {
        removeAll();
        row(Texts.of("returns.money.goods"), s.goods(), false);
        Money before = s.goods().plus(s.charges()).minus(s.fee()).minus(s.credit());
        sums(s.charges(), s.fee(), s.outcome().credits() ? before : Money.zero(before.currency()), s.credit());
        Money notPaid = s.credit().minus(s.giveBack());
        if (notPaid.amount().signum() != 0) {
            row(Texts.of("returns.money.not-paid"), negative(notPaid), false);
        }
        row(Texts.of("returns.money.give-back"), s.giveBack(), true);
        return this;
    }

    private void sums(Money charges, Money fee, Money givenBefore, Money credit) {
        if (charges.amount().signum() != 0) {
            row(Texts.of("returns.money.charges"), charges, false);
        }
        if (fee.amount().signum() != 0) {
            row(Texts.of("returns.money.fee"), negative(fee), false);
        }
        if (givenBefore.amount().signum() != 0) {
            row(Texts.of("returns.money.given-before"), negative(givenBefore), false);
        }
        row(Texts.of("returns.money.credit"), credit, true);
    }

    private static Money negative(Money m) {
        return Money.zero(m.currency()).minus(m);
    }

    private void row(String label, Money amount, boolean sum) {
        Span text = new Span(label);
        Span number = new Span(f.money(amount));
        number.addClassName("number");
        if (sum) {
            text.addClassName("sum");
            number.addClassName("sum");
        }
        add(text, number);
    }
}
