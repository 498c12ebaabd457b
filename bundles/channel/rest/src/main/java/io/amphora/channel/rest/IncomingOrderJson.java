package io.amphora.channel.rest;

import io.amphora.channel.api.IncomingOrder;
import java.math.BigDecimal;
import java.util.List;

/** An order as it comes in. Without {@code customerNumber} the customer is found by e-mail, or made; without {@code unitPrice} the list price is taken; {@code wishedDate} is like 2026-12-31. */
public record IncomingOrderJson(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region, String postalCode,
                                String country, String currency, String reference, String note, List<LineJson> lines, String wishedDate) {
    /** One line. */
    public record LineJson(String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }

    static IncomingOrderJson of(IncomingOrder o) {
        return new IncomingOrderJson(o.externalId(), o.customerNumber(), o.customerName(), o.email(), o.phone(), o.street(), o.city(), o.region(), o.postalCode(), o.country(), o.currency(),
                o.reference(), o.note(), o.lines().stream().map(l -> new LineJson(l.sku(), l.quantity(), l.unitPrice())).toList(), o.wishedDate());
    }

    IncomingOrder toOrder() {
        List<LineJson> all = lines == null ? List.of() : lines;
        return new IncomingOrder(externalId, customerNumber, customerName, email, phone, street, city, region, postalCode, country, currency, reference, note,
                all.stream().map(l -> new IncomingOrder.Line(l.sku(), l.quantity(), l.unitPrice())).toList(), wishedDate);
    }
}
