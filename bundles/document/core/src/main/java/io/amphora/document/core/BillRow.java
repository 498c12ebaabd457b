package io.amphora.document.core;

import io.amphora.common.Money;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.LineMoney;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * A row of an invoice or a credit note.
 *
 * @param document 0 while it is not issued
 * @param lineId   null for a charge
 * @param charge   null for a line
 * @param name     of a charge its text, empty if the type says it
 * @param included whether all amounts are with tax
 * @param credited the quantity that credit notes have taken back
 */
record BillRow(long document, int row, Long lineId, int position, ChargeType charge, String sku, String name, BigDecimal quantity, String unit, String currency, BigDecimal unitPrice,
               BigDecimal amount, BigDecimal discount, BigDecimal discountPercent, BigDecimal share, BigDecimal taxRate, BigDecimal tax, BigDecimal payable, boolean included,
               BigDecimal credited) {
    private static final int EXACT = 4;

    static BigDecimal plain(BigDecimal n) {
        BigDecimal stripped = n == null ? null : n.stripTrailingZeros();
        return stripped != null && stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BillRow of(Order.Line l, int row, boolean included) {
        return new BillRow(0, row, l.id(), l.position(), null, l.sku(), l.name(), l.quantity(), l.unit(), l.amount().currency().getCurrencyCode(), l.unitPrice().amount(), l.amount().amount(),
                l.discount().amount(), l.money().discountPercent(), l.share().amount(), l.taxRate(), l.tax().amount(), l.payable().amount(), included, BigDecimal.ZERO);
    }

    static BillRow of(OrderPricing.Charge c, int row, boolean included) {
        return new BillRow(0, row, null, row, c.type(), "", Objects.requireNonNullElse(c.text(), ""), BigDecimal.ONE, null, c.amount().currency().getCurrencyCode(), c.amount().amount(),
                c.amount().amount(), BigDecimal.ZERO, null, BigDecimal.ZERO, c.taxRate(), c.tax().amount(), c.payable().amount(), included, BigDecimal.ZERO);
    }

    /** What makes a credit come to what was agreed: below zero if something is kept. */
    static BillRow difference(BigDecimal amount, String currency, boolean included, String text, int row) {
        return new BillRow(0, row, null, 0, ChargeType.OTHER, "", text, BigDecimal.ONE, null, currency, amount, amount, BigDecimal.ZERO, null, BigDecimal.ZERO, null, BigDecimal.ZERO, amount, included,
                BigDecimal.ZERO);
    }

    /** Takes back nothing that was invoiced. */
    boolean isDifference() {
        return lineId == null && position == 0;
    }

    BigDecimal left() {
        return quantity.subtract(credited);
    }

    /**
     * What a credit of so much takes back: each number from what was credited before to what is credited then, so that all credits together are exactly what was
     * invoiced, in whatever parts.
     */
    BillRow credit(BigDecimal part, int newRow) {
        BigDecimal to = credited.add(part);
        BigDecimal base = between(amount.subtract(discount).subtract(share), to);
        BigDecimal partShare = between(amount.subtract(discount), to).subtract(base);
        BigDecimal whole = between(amount, to);
        BigDecimal partTax = between(tax, to);
        return new BillRow(0, newRow, lineId, position, charge, sku, name, part, unit, currency, unitPrice, whole, whole.subtract(base).subtract(partShare), discountPercent, partShare, taxRate, partTax,
                included ? base : base.add(partTax), included, BigDecimal.ZERO);
    }

    private BigDecimal between(BigDecimal number, BigDecimal to) {
        return at(number, to).subtract(at(number, credited));
    }

    private BigDecimal at(BigDecimal number, BigDecimal of) {
        return number.multiply(of).divide(quantity, decimals(), RoundingMode.HALF_UP);
    }

    /** What was kept to the cent stays so. */
    private int decimals() {
        int minor = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        boolean fine = List.of(amount, payable, tax).stream().anyMatch(n -> n.stripTrailingZeros().scale() > minor);
        return fine ? EXACT : minor;
    }

    private Money money(BigDecimal n) {
        return Money.of(n, currency);
    }

    Money owed() {
        return money(payable);
    }

    Order.Line toLine() {
        return new Order.Line(lineId, position, sku, name, plain(quantity), unit, money(unitPrice), money(amount), LineStatus.COMPLETED, null, false, null,
                new LineMoney(money(discount), discountPercent, money(share), taxRate, money(tax), money(payable), null, null), null, List.of());
    }

    OrderPricing.Charge toCharge() {
        return new OrderPricing.Charge(charge, name.isEmpty() ? null : name, money(amount), taxRate, money(tax), money(payable));
    }
}
