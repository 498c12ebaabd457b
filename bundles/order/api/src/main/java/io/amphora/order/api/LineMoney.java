package io.amphora.order.api;

import io.amphora.common.Money;
import java.math.BigDecimal;

/**
 * What becomes of the amount of an order line, see {@link Calculation} for how each number comes about.
 *
 * @param discount        the line's own discount, as money, for the whole line; zero if it has none
 * @param discountPercent the percentage it was entered as, null if it was entered as an amount or there is none
 * @param share           the line's share of the discount on the whole order; zero if there is none
 * @param taxRate         in percent, null if the line knows no tax
 * @param tax             for the whole line: part of {@code payable}, whether prices include tax or not; zero if there is none
 * @param payable         exactly what the customer owes for the whole line, after its discount and share, with its tax; a line that is cancelled keeps what it would have come to
 * @param listPrice       of the catalogue in the order's currency when it was entered, null if there was none
 * @param priceBy         sign-in name of who gave the unit price, null if it is the list price
 */
public record LineMoney(Money discount, BigDecimal discountPercent, Money share, BigDecimal taxRate, Money tax, Money payable, Money listPrice, String priceBy) {
    /** Without discount and tax. */
    public static LineMoney plain(Money amount) {
        Money zero = Money.zero(amount.currency());
        return new LineMoney(zero, null, zero, null, zero, amount, null, null);
    }

    /** The amount after discount and share, before tax if prices do not include it: what the tax is computed from. */
    public Money base(Money amount) {
        return amount.minus(discount).minus(share);
    }

    /** What is payable, without the tax in it. */
    public Money net() {
        return payable.minus(tax);
    }
}
