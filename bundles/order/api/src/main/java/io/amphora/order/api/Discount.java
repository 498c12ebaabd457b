package io.amphora.order.api;

import java.math.BigDecimal;

/**
 * Something off the price, as entered: a percentage or an amount in the order's currency; exactly one of the two is there. Both above or at zero, an amount
 * in the minor unit of the currency, a percentage at most 100 with at most four decimals.
 */
public record Discount(BigDecimal percent, BigDecimal amount) {
    public static Discount percent(String percent) {
        return new Discount(new BigDecimal(percent), null);
    }

    public static Discount amount(String amount) {
        return new Discount(null, new BigDecimal(amount));
    }
}
