package io.amphora.order.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of an order as people read them: goods - discounts - discount + charges + added tax = total, exactly. Only lines that are neither cancelled nor rejected
 * count, and charges only while there is such a line (or none at all: a draft).
 *
 * @param goods     amounts of the lines
 * @param discounts own discounts of the lines
 * @param discount  on the whole order
 * @param charges   as entered
 * @param tax       all of it
 * @param taxAdded  what of it comes on top: all if prices do not include tax, else zero
 * @param total     what the customer owes
 * @param taxes     per rate, lowest first; what is not taxed at all is not among them
 */
public record OrderSums(Money goods, Money discounts, Money discount, Money charges, Money tax, Money taxAdded, Money total, List<Tax> taxes) {
    /** @param net what the tax is on, without it @param tax at this rate */
    public record Tax(BigDecimal rate, Money net, Money tax) {
    }

    public OrderSums {
        taxes = List.copyOf(taxes);
    }

    public static OrderSums of(Order order) {
        List<Order.Line> live = order.lines().stream().filter(Order.Line::isLive).toList();
        return of(order.total().currency(), live, live.isEmpty() && !order.lines().isEmpty() ? List.of() : order.charges(), order.pricesIncludeTax());
    }

    /** The sums of just these lines and charges: of what was shipped together, of what is credited. */
    public static OrderSums of(Currency currency, List<Order.Line> lines, List<OrderPricing.Charge> charges, boolean pricesIncludeTax) {
        Money goods = Money.zero(currency);
        Money discounts = goods;
        Money discount = goods;
        Money charged = goods;
        Money tax = goods;
        Money total = goods;
        Map<BigDecimal, Tax> taxes = new TreeMap<>(Comparator.naturalOrder());
        for (Order.Line l : lines) {
            goods = goods.plus(l.amount());
            discounts = discounts.plus(l.discount());
            discount = discount.plus(l.share());
            tax = tax.plus(l.tax());
            total = total.plus(l.payable());
            tax(taxes, l.taxRate(), l.payable().minus(l.tax()), l.tax());
        }
        for (OrderPricing.Charge c : charges) {
            charged = charged.plus(c.amount());
            tax = tax.plus(c.tax());
            total = total.plus(c.payable());
            tax(taxes, c.taxRate(), c.payable().minus(c.tax()), c.tax());
        }
        return new OrderSums(goods, discounts, discount, charged, tax, pricesIncludeTax ? Money.zero(currency) : tax, total, List.copyOf(taxes.values()));
    }

    private static void tax(Map<BigDecimal, Tax> taxes, BigDecimal rate, Money net, Money tax) {
        if (rate != null) {
            taxes.merge(rate, new Tax(rate, net, tax), (a, b) -> new Tax(a.rate(), a.net().plus(b.net()), a.tax().plus(b.tax())));
        }
    }
}
