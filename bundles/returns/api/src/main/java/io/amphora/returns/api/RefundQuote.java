package io.amphora.returns.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a return is worth, and why: exactly the customer's price of each line with its share of discounts and tax. Returning piece by piece adds up to the whole.
 *
 * @param goods       sum of the lines
 * @param charges     of shipping and the like that is given back, too
 * @param fee         kept for the trouble
 * @param credit      goods + charges - fee - givenBefore: what the customer does not owe any more
 * @param notPaid     what of that was never paid
 * @param giveBack    the rest: what the customer gets
 * @param mostCharges the most that can be given back of the order's charges
 * @param newGoods    what goods chosen in exchange come to; null if none are
 * @param givenBefore what was given back for the order by hand, without a return: the order is worth no more than the rest
 */
public record RefundQuote(Money goods, Money charges, Money fee, Money credit, Money notPaid, Money giveBack, Money mostCharges, List<Line> lines, Money newGoods,
                          Money givenBefore) {
    public RefundQuote {
        lines = List.copyOf(lines);
    }

    /** Nothing was given back by hand before. */
    public RefundQuote(Money goods, Money charges, Money fee, Money credit, Money notPaid, Money giveBack, Money mostCharges, List<Line> lines, Money newGoods) {
        this(goods, charges, fee, credit, notPaid, giveBack, mostCharges, lines, newGoods, Money.zero(credit.currency()));
    }

    /** Without an exchange. */
    public RefundQuote(Money goods, Money charges, Money fee, Money credit, Money notPaid, Money giveBack, Money mostCharges, List<Line> lines) {
        this(goods, charges, fee, credit, notPaid, giveBack, mostCharges, lines, null, Money.zero(credit.currency()));
    }

    /** What the customer has to pay for an exchange; below zero: what goes back besides. Null without one. */
    public Money difference() {
        return newGoods == null ? null : newGoods.minus(giveBack);
    }

    /**
     * @param quantity     that is settled now
     * @param before       settled by earlier returns
     * @param ordered      of the order line
     * @param lineTotal    what the customer owed for the whole order line, in whole minor units
     * @param amount       for the quantity: the share of all that came back so far less the share of what came back before, each rounded
     */
    public record Line(long lineId, String sku, BigDecimal quantity, BigDecimal before, BigDecimal ordered, Money lineTotal, Money amount) {
    }
}
