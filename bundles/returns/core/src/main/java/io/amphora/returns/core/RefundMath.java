package io.amphora.returns.core;

import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What parts of an order are worth, in whole minor units. Lines add up to the order, and pieces of a line to the line, whatever the order in which they come:
 * sums are rounded, never parts.
 */
final class RefundMath {
    private RefundMath() {
    }

    /** What the customer owes for each line, by id; adds up to the rounded sum of all lines. */
    static Map<Long, BigDecimal> lineTotals(Order order) {
        int digits = digits(order);
        Map<Long, BigDecimal> totals = new LinkedHashMap<>();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (Order.Line line : live(order)) {
            exact = exact.add(owed(line));
            BigDecimal upTo = exact.setScale(digits, RoundingMode.HALF_UP);
            totals.put(line.id(), upTo.subtract(given));
            given = upTo;
        }
        return totals;
    }

    static List<Order.Line> live(Order order) {
        return order.lines().stream().filter(l -> l.status() != LineStatus.CANCELLED && l.status() != LineStatus.REJECTED)
                .sorted(Comparator.comparingInt(Order.Line::position).thenComparing(Order.Line::id)).toList();
    }

    /** With its share of discounts and tax. */
    private static BigDecimal owed(Order.Line line) {
        return line.payable().amount();
    }

    /** What the order's total has beyond its lines: charges. */
    static BigDecimal charges(Order order) {
        BigDecimal lines = lineTotals(order).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.total().rounded().amount().subtract(lines).max(BigDecimal.ZERO);
    }

    static int digits(Order order) {
        return Math.max(0, order.total().currency().getDefaultFractionDigits());
    }

    /**
     * For a quantity that comes back after others.
     *
     * @param total    of the line
     * @param ordered  quantity of the line
     * @param before   quantity credited before
     * @param credited for that
     */
    static BigDecimal amount(BigDecimal total, BigDecimal ordered, BigDecimal before, BigDecimal credited, BigDecimal quantity, int digits) {
        BigDecimal back = before.add(quantity).min(ordered);
        BigDecimal upTo = back.compareTo(ordered) == 0 ? total : total.multiply(back).divide(ordered, digits, RoundingMode.HALF_UP);
        return upTo.subtract(credited).max(BigDecimal.ZERO.setScale(digits));
    }
}
