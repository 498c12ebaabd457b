package io.amphora.channel.rest;

import io.amphora.channel.api.IncomingOrder;
import java.math.BigDecimal;
import java.util.List;

/** An order as it comes in. Without {@code customerNumber} the customer is found by e-mail, or made; without {@code unitPrice} the list price is taken; {@code wishedDate} is like 2026-12-31; an order that does not come to {@code total} waits in the inbox. */
public record IncomingOrderJson(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region, String postalCode,
                                String country, String currency, String reference, String note, List<LineJson> lines, String wishedDate, BigDecimal discountPercent, BigDecimal discountAmount,
                                List<ChargeJson> charges, Boolean pricesIncludeTax, BigDecimal total) {
    /** One line. */
    public record LineJson(String sku, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent, BigDecimal discountAmount, BigDecimal taxRate, String note) {
    }

    /** Something besides the goods: SHIPPING, HANDLING, GIFT_WRAP, PAYMENT or OTHER. */
    public record ChargeJson(String type, String text, BigDecimal amount, BigDecimal taxRate) {
    }

    static IncomingOrderJson of(IncomingOrder o) {
        return new IncomingOrderJson(o.externalId(), o.customerNumber(), o.customerName(), o.email(), o.phone(), o.street(), o.city(), o.region(), o.postalCode(), o.country(), o.currency(),
                o.reference(), o.note(), o.lines().stream().map(l -> new LineJson(l.sku(), l.quantity(), l.unitPrice(), l.discountPercent(), l.discountAmount(), l.taxRate(), l.note())).toList(), o.wishedDate(),
                o.money().discountPercent(), o.money().discountAmount(), o.money().charges().stream().map(c -> new ChargeJson(c.type(), c.text(), c.amount(), c.taxRate())).toList(),
                o.money().pricesIncludeTax(), o.money().total());
    }

    IncomingOrder toOrder() {
        List<LineJson> all = lines == null ? List.of() : lines;
        List<ChargeJson> paid = charges == null ? List.of() : charges;
        return new IncomingOrder(externalId, customerNumber, customerName, email, phone, street, city, region, postalCode, country, currency, reference, note,
                all.stream().map(l -> new IncomingOrder.Line(l.sku(), l.quantity(), l.unitPrice(), l.discountPercent(), l.discountAmount(), l.taxRate(), l.note())).toList(), wishedDate,
                new IncomingOrder.Money(discountPercent, discountAmount, paid.stream().map(c -> new IncomingOrder.Charge(c.type(), c.text(), c.amount(), c.taxRate())).toList(), pricesIncludeTax, total));
    }
}
