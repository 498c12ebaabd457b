package io.amphora.payment.rest;

import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What an order owes and has paid: total = credited + paid - refunded + open; open below zero is to be given back. */
public record PositionJson(long orderId, String orderNumber, String currency, BigDecimal total, BigDecimal credited, BigDecimal authorised, BigDecimal paid, BigDecimal refunded, BigDecimal open,
                           PaymentTerms terms, LocalDate dueOn, boolean overdue, List<PaymentJson> payments, long version) {
    static PositionJson of(PaymentPosition p) {
        return new PositionJson(p.orderId(), p.orderNumber(), p.total().currency().getCurrencyCode(), Decimals.plain(p.total().amount()), Decimals.plain(p.credited().amount()),
                Decimals.plain(p.authorised().amount()), Decimals.plain(p.paid().amount()), Decimals.plain(p.refunded().amount()), Decimals.plain(p.open().amount()), p.terms(), p.dueOn(),
                p.overdue(), p.payments().stream().map(PaymentJson::of).toList(), p.version());
    }
}
