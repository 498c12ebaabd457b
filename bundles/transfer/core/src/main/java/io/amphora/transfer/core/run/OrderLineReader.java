package io.amphora.transfer.core.run;

import io.amphora.common.Problems;
import io.amphora.transfer.core.run.OrderLine.Buyer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads a row of a sales file. A file without products has one row per order: its total becomes a line. */
final class OrderLineReader {
    static final String NO_SKU = "NO-SKU";
    static final String ORDER_TOTAL = "ORDER-TOTAL";
    private static final int NUMBER = 60;
    private static final int SKU = 40;
    private static final int SCALE = 4;

    private OrderLineReader() {
    }

    static OrderLine read(Cells cells) {
        String order = cells.identifier("orderNumber", NUMBER);
        if (order == null) {
            cells.required("orderNumber", NUMBER);
        }
        BigDecimal total = cells.number("orderTotal");
        BigDecimal quantity = quantity(cells);
        BigDecimal price = cells.number("unitPrice");
        BigDecimal amount = cells.number("lineAmount");
        boolean totalOnly = !cells.has("unitPrice") && !cells.has("lineAmount");
        boolean noProducts = totalOnly && !cells.has("sku");
        if (totalOnly) {
            amount = noProducts ? total : BigDecimal.ZERO;
            checkTotal(cells, noProducts, total);
        } else if (price == null && amount == null) {
            String field = cells.has("unitPrice") ? "unitPrice" : "lineAmount";
            cells.problems().check(cells.raw(field) != null, field, "required", "must not be empty");
        }
        if (amount == null && price != null) {
            BigDecimal discount = cells.numberOrShare("lineDiscount", price.multiply(quantity));
            amount = price.multiply(quantity).subtract(discount == null ? BigDecimal.ZERO : discount.abs());
        }
        BigDecimal owed = amount == null ? BigDecimal.ZERO : amount.setScale(SCALE, RoundingMode.HALF_UP);
        BigDecimal each = price != null ? price : quantity.signum() == 0 ? owed : owed.divide(quantity, SCALE, RoundingMode.HALF_UP);
        String name = cells.text("productName", Problems.TEXT);
        String sku = cells.text("sku", SKU);
        return new OrderLine(order, cells.date("orderDate"), sku != null ? sku : noProducts ? ORDER_TOTAL : NO_SKU, name, quantity, each, owed, total,
                cells.number("shipping"), cells.numberOrShare("tax", BigDecimal.ZERO), cells.numberOrShare("discount", BigDecimal.ZERO),
                Currencies.read(cells, "currency"), buyer(cells), CustomerFields.address(cells), cells.number("paidAmount"), cells.number("refundedAmount"),
                cells.date("cancelledAt") != null);
    }

    private static void checkTotal(Cells cells, boolean noProducts, BigDecimal total) {
        if (noProducts) {
            cells.problems().check(total != null || cells.raw("orderTotal") != null, "orderTotal", "required", "must not be empty");
        }
    }

    private static BigDecimal quantity(Cells cells) {
        BigDecimal quantity = cells.number("quantity");
        cells.problems().check(quantity != null || !cells.has("quantity") || cells.raw("quantity") != null, "quantity", "required", "must not be empty");
        return quantity == null ? BigDecimal.ONE : quantity;
    }

    private static Buyer buyer(Cells cells) {
        return new Buyer(cells.identifier("customerNumber", CustomerFields.NUMBER), cells.text("customerName", Problems.TEXT), CustomerFields.email(cells),
                cells.text("phone", CustomerFields.PHONE));
    }
}
