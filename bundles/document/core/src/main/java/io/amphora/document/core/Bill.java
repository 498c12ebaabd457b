package io.amphora.document.core;

import io.amphora.common.Money;
import io.amphora.document.api.DocumentModel;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderSums;
import java.util.Currency;
import java.util.List;

/**
 * What an invoice or a credit note is about.
 *
 * @param rows      at least one
 * @param invoiceId of a credit note, else null
 * @param invoice   of a credit note, else null
 * @param before    what earlier invoices ask for and no credit note has taken back; of a credit note null
 */
record Bill(List<BillRow> rows, Long invoiceId, DocumentModel.Reference invoice, Money before) {
    List<Order.Line> lines() {
        return rows.stream().filter(r -> r.lineId() != null).map(BillRow::toLine).toList();
    }

    List<OrderPricing.Charge> charges() {
        return rows.stream().filter(r -> r.lineId() == null).map(BillRow::toCharge).toList();
    }

    boolean included() {
        return rows.get(0).included();
    }

    OrderSums sums() {
        return OrderSums.of(Currency.getInstance(rows.get(0).currency()), lines(), charges(), included());
    }
}
