package io.amphora.order.core;

import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineMoney;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** The money of a line besides its amount, all null where there is neither discount nor tax. */
@Embeddable
public class LinePricing {
    @Column(name = "discount_percent")
    private BigDecimal discountPercent;
    private BigDecimal discount;
    @Column(name = "header_share")
    private BigDecimal headerShare;
    @Column(name = "tax_rate")
    private BigDecimal taxRate;
    private BigDecimal tax;
    private BigDecimal payable;
    @Column(name = "list_price")
    private BigDecimal listPrice;
    @Column(name = "price_by")
    private String priceBy;

    protected LinePricing() {
    }

    /** @param by who names a price */
    LinePricing(CheckedLine line, Calculation.LineResult result, boolean plain, String by) {
        listPrice = line.listPrice();
        priceBy = line.byHand() ? by : null;
        if (plain) {
            return;
        }
        Discount own = line.money().discount();
        discountPercent = own == null ? null : own.percent();
        // an amount off something whose price is not known yet is kept as it is
        discount = own == null ? null : line.forCalculation().amount() == null && own.amount() != null ? own.amount() : result.discount();
        headerShare = result.share().signum() == 0 ? null : result.share();
        taxRate = line.money().taxRate();
        tax = taxRate == null ? null : result.tax();
        payable = result.payable();
    }

    /** A plain line keeps its four decimals. */
    private boolean isPlain() {
        return payable == null;
    }

    boolean same(LinePricing o) {
        return OrderLineEntity.equal(discountPercent, o.discountPercent) && OrderLineEntity.equal(discount, o.discount) && OrderLineEntity.equal(headerShare, o.headerShare)
                && OrderLineEntity.equal(taxRate, o.taxRate) && OrderLineEntity.equal(tax, o.tax) && OrderLineEntity.equal(payable, o.payable)
                && OrderLineEntity.equal(listPrice, o.listPrice) && Objects.equals(priceBy, o.priceBy);
    }

    /** Who named the price stays known while the price stays. */
    void keepTrace(LinePricing before) {
        listPrice = before.listPrice;
        priceBy = before.priceBy;
    }

    BigDecimal payable(BigDecimal amount) {
        return payable == null ? amount : payable;
    }

    /** As it stands. */
    Calculation.LineResult result(BigDecimal amount) {
        return new Calculation.LineResult(amount, zero(discount), zero(headerShare), zero(tax), payable(amount));
    }

    /** What is taken off, of both kinds. */
    BigDecimal off() {
        return zero(discount).add(zero(headerShare));
    }

    /** Of the discount on the whole. */
    BigDecimal share() {
        return zero(headerShare);
    }

    Discount enteredDiscount() {
        return discount == null ? null : discountPercent == null ? new Discount(null, discount) : new Discount(discountPercent, null);
    }

    BigDecimal taxRate() {
        return taxRate;
    }

    String priceBy() {
        return priceBy;
    }

    private static BigDecimal zero(BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /** What a line of this amount and quantity leaves for its rest; both together are exactly what one was, and neither owes less than nothing. */
    Parted part(BigDecimal amount, BigDecimal rest, BigDecimal quantity, int minor, boolean included) {
        LinePricing kept = copy();
        LinePricing gone = copy();
        if (isPlain()) {
            return new Parted(amount.multiply(rest).divide(quantity, minor, RoundingMode.HALF_UP), kept, gone);
        }
        BigDecimal base = amount.subtract(off());
        // in steps, so that no discount can be more than what it is taken from
        BigDecimal restBase = of(base, rest, quantity, minor);
        BigDecimal withShare = of(base.add(zero(headerShare)), rest, quantity, minor);
        BigDecimal restAmount = of(amount, rest, quantity, minor);
        kept.headerShare = headerShare == null ? null : withShare.subtract(restBase);
        kept.discount = discount == null ? null : restAmount.subtract(withShare);
        kept.tax = tax == null ? null : Calculation.tax(restBase, taxRate, included, minor).min(tax);
        kept.payable = included ? restBase : restBase.add(zero(kept.tax));
        gone.headerShare = minus(headerShare, kept.headerShare);
        gone.discount = minus(discount, kept.discount);
        gone.tax = minus(tax, kept.tax);
        gone.payable = minus(payable, kept.payable);
        return new Parted(restAmount, kept, gone);
    }

    private static BigDecimal of(BigDecimal number, BigDecimal part, BigDecimal whole, int minor) {
        return number.multiply(part).divide(whole, minor, RoundingMode.HALF_UP);
    }

    private static BigDecimal minus(BigDecimal all, BigDecimal part) {
        return all == null ? null : all.subtract(part);
    }

    private LinePricing copy() {
        LinePricing copy = new LinePricing();
        copy.discountPercent = discountPercent;
        copy.taxRate = taxRate;
        copy.listPrice = listPrice;
        copy.priceBy = priceBy;
        return copy;
    }

    LineMoney toMoney(BigDecimal amount, String currency) {
        return new LineMoney(Numbers.money(zero(discount), currency), discountPercent == null ? null : Numbers.quantity(discountPercent), Numbers.money(zero(headerShare), currency),
                taxRate == null ? null : Numbers.quantity(taxRate), Numbers.money(zero(tax), currency), Numbers.money(payable(Objects.requireNonNullElse(amount, BigDecimal.ZERO)), currency),
                listPrice == null ? null : Numbers.money(listPrice, currency), priceBy);
    }

    /** Two halves of what was one. */
    record Parted(BigDecimal restAmount, LinePricing rest, LinePricing part) {
    }
}
