package io.amphora.returns.rest;

import io.amphora.returns.api.RefundQuote;
import java.math.BigDecimal;
import java.util.List;

/** What a return is worth, and why: credit = goods + charges - fee - givenBefore = notPaid + giveBack; {@code newGoods} of an exchange, with {@code difference = newGoods - giveBack} to be paid. */
public record QuoteJson(String currency, BigDecimal goods, BigDecimal charges, BigDecimal fee, BigDecimal credit, BigDecimal notPaid, BigDecimal giveBack, BigDecimal mostCharges,
                        List<LineJson> lines, BigDecimal newGoods, BigDecimal difference, BigDecimal givenBefore) {
    /** A line: {@code amount} is its share for {@code quantity} behind {@code before} of {@code ordered}. */
    public record LineJson(long lineId, String sku, BigDecimal quantity, BigDecimal before, BigDecimal ordered, BigDecimal lineTotal, BigDecimal amount) {
        static LineJson of(RefundQuote.Line l) {
            return new LineJson(l.lineId(), l.sku(), l.quantity(), l.before(), l.ordered(), ReturnJson.amount(l.lineTotal()), ReturnJson.amount(l.amount()));
        }
    }

    static QuoteJson of(RefundQuote q) {
        return new QuoteJson(q.goods().currency().getCurrencyCode(), ReturnJson.amount(q.goods()), ReturnJson.amount(q.charges()), ReturnJson.amount(q.fee()), ReturnJson.amount(q.credit()),
                ReturnJson.amount(q.notPaid()), ReturnJson.amount(q.giveBack()), ReturnJson.amount(q.mostCharges()), q.lines().stream().map(LineJson::of).toList(),
                q.newGoods() == null ? null : ReturnJson.amount(q.newGoods()), q.newGoods() == null ? null : ReturnJson.amount(q.difference()), ReturnJson.amount(q.givenBefore()));
    }
}
