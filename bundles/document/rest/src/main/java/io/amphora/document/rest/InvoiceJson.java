package io.amphora.document.rest;

import io.amphora.document.api.Invoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An invoice and what is left of it. @param credited what credit notes have taken back */
public record InvoiceJson(long id, String number, Instant issuedAt, BigDecimal total, BigDecimal credited, String currency, List<LineJson> lines) {
    /** @param lineId of the order; null for a charge @param credited the quantity of it @param payable for the whole line */
    public record LineJson(Long lineId, String sku, String name, BigDecimal quantity, BigDecimal credited, BigDecimal payable) {
    }

    static InvoiceJson of(Invoice i) {
        return new InvoiceJson(i.id(), i.number(), i.issuedAt(), i.total().amount(), i.credited().amount(), i.total().currency().getCurrencyCode(),
                i.lines().stream().map(l -> new LineJson(l.lineId(), l.sku(), l.name(), l.quantity(), l.credited(), l.payable().amount())).toList());
    }
}
