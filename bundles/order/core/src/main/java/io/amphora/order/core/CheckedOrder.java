package io.amphora.order.core;

import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderPricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An order whose parts all fit into the database.
 *
 * @param customer         null if there is none
 * @param discount         on the whole, null if there is none
 * @param pricesIncludeTax whether they do
 * @param money            what it comes to
 * @param delivery         what leaves when
 */
record CheckedOrder(String channel, String externalId, Long customerId, String customerName, Customers.Facts customer, String reference, String currency, Address shipTo,
                    LocalDate wishedDate, String note, List<CheckedLine> lines, Discount discount, List<NewOrder.Charge> charges, boolean pricesIncludeTax, Calculation money,
                    NewOrder.Delivery delivery) {
    CheckedOrder(String channel, String externalId, Long customerId, String customerName, Customers.Facts customer, String reference, String currency, Address shipTo,
                 LocalDate wishedDate, String note, List<CheckedLine> lines, Discount discount, List<NewOrder.Charge> charges, boolean pricesIncludeTax, NewOrder.Delivery delivery) {
        this(channel, externalId, customerId, customerName, customer, reference, currency, shipTo, wishedDate, note, lines, discount, charges, pricesIncludeTax,
                Calculation.of(Currency.getInstance(currency), pricesIncludeTax, lines.stream().map(CheckedLine::forCalculation).toList(), discount,
                        charges.stream().map(c -> new Calculation.ChargeInput(c.amount(), c.taxRate())).toList()), delivery);
    }

    /** Delivered as usual. */
    CheckedOrder(String channel, String externalId, Long customerId, String customerName, Customers.Facts customer, String reference, String currency, Address shipTo,
                 LocalDate wishedDate, String note, List<CheckedLine> lines, Discount discount, List<NewOrder.Charge> charges, boolean pricesIncludeTax) {
        this(channel, externalId, customerId, customerName, customer, reference, currency, shipTo, wishedDate, note, lines, discount, charges, pricesIncludeTax, NewOrder.Delivery.USUAL);
    }

    /** Without discount on the whole, and charges. */
    CheckedOrder(String channel, String externalId, Long customerId, String customerName, Customers.Facts customer, String reference, String currency, Address shipTo,
                 LocalDate wishedDate, String note, List<CheckedLine> lines) {
        this(channel, externalId, customerId, customerName, customer, reference, currency, shipTo, wishedDate, note, lines, null, List.of(), false, NewOrder.Delivery.USUAL);
    }

    /** The same at another price: one that was confirmed before. */
    CheckedOrder at(Calculation confirmed) {
        return new CheckedOrder(channel, externalId, customerId, customerName, customer, reference, currency, shipTo, wishedDate, note, lines, discount, charges, pricesIncludeTax, confirmed, delivery);
    }

    /** As the order will have it. */
    OrderPricing pricing() {
        if (money.plain()) {
            return OrderPricing.PLAIN;
        }
        List<OrderPricing.Charge> paid = new ArrayList<>();
        for (int i = 0; i < charges.size(); i++) {
            NewOrder.Charge c = charges.get(i);
            Calculation.ChargeResult result = money.charges().get(i);
            paid.add(new OrderPricing.Charge(c.type(), c.text(), Numbers.money(c.amount(), currency), c.taxRate(), Numbers.money(result.tax(), currency), Numbers.money(result.payable(), currency)));
        }
        return new OrderPricing(discount, pricesIncludeTax, paid);
    }

    BigDecimal total() {
        return money.total();
    }

    /** The same for the same products and quantities, in whatever order; lines without a quantity count, too. */
    long linesKey() {
        List<String> wanted = lines.stream().map(l -> l.sku() + '\n' + (l.quantity() == null ? "" : l.quantity().stripTrailingZeros().toPlainString())).sorted().toList();
        long hash = 1;
        for (String line : wanted) {
            for (int i = 0; i < line.length(); i++) {
                hash = hash * 1_000_003 + line.charAt(i);
            }
            hash = hash * 1_000_003 + 1;
        }
        return hash;
    }
}
