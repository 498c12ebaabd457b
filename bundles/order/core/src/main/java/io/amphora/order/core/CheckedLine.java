package io.amphora.order.core;

import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.KitPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A line whose texts fit, with what the catalogue knows.
 *
 * @param quantity  null only in drafts
 * @param unitPrice null only in drafts
 * @param listPrice of the catalogue in the order's currency, null if unknown
 * @param byHand    whether somebody named a price other than that of the list
 * @param money     discounts, tax and note, as entered and completed
 */
record CheckedLine(String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal listPrice, boolean stocked, boolean byHand, Terms money) {
    private static final Terms NONE = new Terms(null, null, null, null, List.of());

    /**
     * @param discount null for none
     * @param taxRate  null for none
     * @param note     may be null
     * @param cost     of one unit, null if unknown
     * @param parts    what it consists of if it is a kit
     */
    record Terms(Discount discount, BigDecimal taxRate, String note, BigDecimal cost, List<KitPart> parts) {
    }

    CheckedLine(String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal listPrice, boolean stocked) {
        this(sku, name, quantity, unit, unitPrice, listPrice, stocked, false, NONE);
    }

    BigDecimal amount() {
        return isCounted() ? unitPrice.multiply(quantity).setScale(4, RoundingMode.HALF_UP) : BigDecimal.ZERO;
    }

    private boolean isCounted() {
        return quantity != null && unitPrice != null;
    }

    Calculation.LineInput forCalculation() {
        return new Calculation.LineInput(isCounted() ? unitPrice.multiply(quantity) : null, money.discount(), money.taxRate());
    }
}
