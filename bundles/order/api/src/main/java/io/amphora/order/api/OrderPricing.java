package io.amphora.order.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What holds for the money of a whole order.
 *
 * @param discount         on the whole order, as entered; null if there is none. What it comes to is the sum of the lines' shares
 * @param pricesIncludeTax frozen when the order was entered: whether unit prices, discounts and charges are with tax
 * @param charges          in the order they were entered
 */
public record OrderPricing(Discount discount, boolean pricesIncludeTax, List<Charge> charges) {
    public static final OrderPricing PLAIN = new OrderPricing(null, false, List.of());

    public OrderPricing {
        charges = List.copyOf(charges);
    }

    /**
     * Something the customer pays besides the goods.
     *
     * @param text    what the customer reads, may be null: then the type says it
     * @param amount  as entered: with tax if prices include it
     * @param taxRate in percent, null if it knows no tax
     * @param tax     part of what is payable; zero if there is none
     * @param payable exactly what the customer owes for it
     */
    public record Charge(ChargeType type, String text, Money amount, BigDecimal taxRate, Money tax, Money payable) {
    }
}
