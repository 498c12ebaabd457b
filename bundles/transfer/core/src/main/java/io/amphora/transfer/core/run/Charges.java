package io.amphora.transfer.core.run;

import io.amphora.order.api.HistoricOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that bring an order to the total that its file states. Which of shipping, discount and tax come on top of the lines is told by the
 * total itself: some shops have tax in their prices, or the discount in the lines. What none of them explains is an adjustment.
 */
final class Charges {
    static final String SHIPPING = "SHIPPING";
    static final String DISCOUNT = "DISCOUNT";
    static final String TAX = "TAX";
    static final String ADJUSTMENT = "ADJUSTMENT";
    static final List<String> CODES = List.of(SHIPPING, DISCOUNT, TAX, ADJUSTMENT, OrderLineReader.ORDER_TOTAL, OrderLineReader.NO_SKU);

    private Charges() {
    }

    /** @param total null for none: then the lines are all there is; other parts may be null */
    static List<HistoricOrder.Line> of(BigDecimal total, BigDecimal lines, BigDecimal shipping, BigDecimal tax, BigDecimal discount) {
        if (total == null) {
            return List.of();
        }
        BigDecimal missing = total.subtract(lines);
        List<HistoricOrder.Line> parts = new ArrayList<>();
        add(parts, SHIPPING, shipping);
        add(parts, DISCOUNT, discount == null ? null : discount.abs().negate());
        add(parts, TAX, tax);
        List<HistoricOrder.Line> chosen = explain(parts, missing);
        BigDecimal rest = missing.subtract(sum(chosen));
        add(chosen, ADJUSTMENT, rest);
        return chosen;
    }

    /** The largest selection that makes up the amount; all, if none does and something is missing. */
    private static List<HistoricOrder.Line> explain(List<HistoricOrder.Line> parts, BigDecimal amount) {
        List<HistoricOrder.Line> best = null;
        for (int selection = 0; selection < 1 << parts.size(); selection++) {
            List<HistoricOrder.Line> some = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if ((selection >> i & 1) == 1) {
                    some.add(parts.get(i));
                }
            }
            if (sum(some).compareTo(amount) == 0 && (best == null || some.size() > best.size())) {
                best = some;
            }
        }
        return best != null ? best : new ArrayList<>(parts);
    }

    private static BigDecimal sum(List<HistoricOrder.Line> lines) {
        return lines.stream().map(HistoricOrder.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void add(List<HistoricOrder.Line> lines, String code, BigDecimal amount) {
        if (amount != null && amount.signum() != 0) {
            lines.add(new HistoricOrder.Line(code, name(code), BigDecimal.ONE, amount, amount));
        }
    }

    static String name(String code) {
        return switch (code) {
            case SHIPPING -> "Shipping";
            case DISCOUNT -> "Discount";
            case TAX -> "Tax";
            case ADJUSTMENT -> "Adjustment to the stated total";
            case OrderLineReader.ORDER_TOTAL -> "Order total";
            default -> "Without product code";
        };
    }
}
