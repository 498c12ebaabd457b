package io.amphora.order.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What an order comes to: the one place where discounts, charges and taxes are computed. Pure arithmetic, no service; for faces that show what is being
 * entered, and for the order domain.
 *
 * <p>Everything is in the minor unit of the currency, rounded half up, line by line. An order without any discount, charge and tax rate is <em>plain</em>: a line is
 * payable with its amount. In general:
 * <ol>
 * <li>amount = unit price times quantity, rounded;</li>
 * <li>discount = the line's own, a percentage rounded, at most the amount;</li>
 * <li>the discount on the order: its percentage of all that is left, rounded, or its amount, at most all that is left; spread over the lines in proportion to what is
 * left of them by largest remainder (ties: the earlier line), so that the shares sum exactly;</li>
 * <li>base = amount - discount - share, never negative;</li>
 * <li>prices without tax: tax = base * rate / 100, rounded; payable = base + tax. Prices with tax: tax = base * rate / (100 + rate), rounded; payable = base;</li>
 * <li>charges: the same with their amount as base; they take no part in discounts.</li>
 * </ol>
 * Total = payable of all lines + payable of all charges, exactly. A line keeps its numbers whatever becomes of the others: a cancelled line takes its share of the
 * discount with it, be that a percentage or an amount; one that is split parts each number, so that both together are what one was. Charges are owed while any line is.
 *
 * @param plain    whether there was nothing to compute
 * @param discount what the discount on the order comes to: the sum of the shares
 */
public record Calculation(boolean plain, BigDecimal discount, List<LineResult> lines, List<ChargeResult> charges) {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    public Calculation {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /** @param amount unit price times quantity, exact; null if that is not known yet @param discount and taxRate may be null */
    public record LineInput(BigDecimal amount, Discount discount, BigDecimal taxRate) {
    }

    /** @param taxRate may be null */
    public record ChargeInput(BigDecimal amount, BigDecimal taxRate) {
    }

    /** Of one line; see {@link LineMoney}. */
    public record LineResult(BigDecimal amount, BigDecimal discount, BigDecimal share, BigDecimal tax, BigDecimal payable) {
    }

    /** Of one charge. */
    public record ChargeResult(BigDecimal tax, BigDecimal payable) {
    }

    /** @param discount on the order, may be null */
    public static Calculation of(Currency currency, boolean pricesIncludeTax, List<LineInput> lines, Discount discount, List<ChargeInput> charges) {
        boolean plain = discount == null && charges.isEmpty() && lines.stream().allMatch(l -> l.discount() == null && l.taxRate() == null);
        if (plain) {
            return new Calculation(true, BigDecimal.ZERO, lines.stream().map(l -> plainLine(l, minor(currency))).toList(), List.of());
        }
        int minor = minor(currency);
        BigDecimal[] amounts = new BigDecimal[lines.size()];
        BigDecimal[] own = new BigDecimal[lines.size()];
        BigDecimal[] left = new BigDecimal[lines.size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = rounded(lines.get(i).amount() == null ? BigDecimal.ZERO : lines.get(i).amount(), minor);
            own[i] = off(lines.get(i).discount(), amounts[i], minor);
            left[i] = amounts[i].subtract(own[i]);
        }
        BigDecimal all = off(discount, sum(left), minor);
        BigDecimal[] shares = spread(all, left, minor);
        List<LineResult> results = new ArrayList<>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal base = left[i].subtract(shares[i]);
            BigDecimal tax = tax(base, lines.get(i).taxRate(), pricesIncludeTax, minor);
            results.add(new LineResult(amounts[i], own[i], shares[i], tax, pricesIncludeTax ? base : base.add(tax)));
        }
        return new Calculation(false, all, results, charges.stream().map(c -> charge(c, pricesIncludeTax, minor)).toList());
    }

    private static LineResult plainLine(LineInput line, int minor) {
        BigDecimal amount = rounded(line.amount() == null ? BigDecimal.ZERO : line.amount(), minor);
        return new LineResult(amount, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, amount);
    }

    private static ChargeResult charge(ChargeInput charge, boolean included, int minor) {
        BigDecimal base = rounded(charge.amount(), minor);
        BigDecimal tax = tax(base, charge.taxRate(), included, minor);
        return new ChargeResult(tax, included ? base : base.add(tax));
    }

    /** How many decimals amounts of this currency have. */
    public static int minor(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** The tax in or on this base; zero without a rate. */
    public static BigDecimal tax(BigDecimal base, BigDecimal rate, boolean included, int minor) {
        if (rate == null) {
            return BigDecimal.ZERO.setScale(minor);
        }
        return base.multiply(rate).divide(included ? HUNDRED.add(rate) : HUNDRED, minor, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(BigDecimal amount, int minor) {
        return amount.setScale(minor, RoundingMode.HALF_UP);
    }

    /** What a discount takes off this much, never more than there is. */
    private static BigDecimal off(Discount discount, BigDecimal of, int minor) {
        if (discount == null) {
            return BigDecimal.ZERO.setScale(minor);
        }
        BigDecimal off = discount.percent() != null ? of.multiply(discount.percent()).divide(HUNDRED, minor, RoundingMode.HALF_UP) : rounded(Objects.requireNonNullElse(discount.amount(), BigDecimal.ZERO), minor);
        return off.min(of).max(BigDecimal.ZERO.setScale(minor));
    }

    /** Largest remainder: each gets what is due to it rounded down, the rest goes by one minor unit to those who lost most. */
    static BigDecimal[] spread(BigDecimal all, BigDecimal[] by, int minor) {
        BigDecimal[] parts = new BigDecimal[by.length];
        BigDecimal sum = sum(by);
        if (all.signum() == 0 || sum.signum() == 0) {
            Arrays.fill(parts, BigDecimal.ZERO.setScale(minor));
            return parts;
        }
        BigDecimal[] lost = new BigDecimal[by.length];
        BigDecimal rest = all;
        for (int i = 0; i < by.length; i++) {
            BigDecimal due = all.multiply(by[i]);
            parts[i] = due.divide(sum, minor, RoundingMode.DOWN);
            lost[i] = due.subtract(parts[i].multiply(sum));
            rest = rest.subtract(parts[i]);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(minor);
        int units = rest.divideToIntegralValue(unit).intValueExact();
        IntStream.range(0, by.length).boxed().sorted(Comparator.comparing((Integer i) -> lost[i]).reversed()).limit(units).forEach(i -> parts[i] = parts[i].add(unit));
        return parts;
    }

    private static BigDecimal sum(BigDecimal[] of) {
        return Arrays.stream(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal total() {
        return lines.stream().map(LineResult::payable).reduce(BigDecimal.ZERO, BigDecimal::add).add(chargesPayable());
    }

    public BigDecimal chargesPayable() {
        return charges.stream().map(ChargeResult::payable).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
