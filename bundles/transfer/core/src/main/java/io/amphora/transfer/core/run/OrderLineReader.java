package io.amphora.transfer.core.run;

import io.amphora.common.Problems;
import io.amphora.transfer.core.csv.Values;
import io.amphora.transfer.core.run.OrderLine.Buyer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;

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
            cells.problems().check(said(cells, field), field, "required", "must not be empty");
        }
        if (amount == null && price != null) {
            BigDecimal discount = cells.numberOrShare("lineDiscount", price.multiply(quantity));
            amount = price.multiply(quantity).subtract(discount == null ? BigDecimal.ZERO : discount.abs());
        }
        BigDecimal owed = amount == null ? BigDecimal.ZERO : amount.setScale(SCALE, RoundingMode.HALF_UP);
        BigDecimal each = price != null ? price : quantity.signum() == 0 ? owed : owed.divide(quantity, SCALE, RoundingMode.HALF_UP);
        String name = cells.text("productName", Problems.TEXT);
        String sku = cells.text("sku", SKU);
        return new OrderLine(order, cells.date("orderDate"), sku != null ? sku : noProducts ? ORDER_TOTAL : cells.has("sku") || name == null ? NO_SKU : ofName(name), name, quantity, each, owed, total,
                cells.number("shipping"), cells.numberOrShare("tax", BigDecimal.ZERO), cells.numberOrShare("discount", BigDecimal.ZERO),
                Currencies.read(cells, "currency"), buyer(cells), CustomerFields.address(cells), cells.number("paidAmount"), cells.number("refundedAmount"),
                cells.date("cancelledAt"), cells.date("shippedAt"), cells.date("deliveredAt"), cells.day("wishedDate"));
    }

    /** Files without codes tell products by their names: the name itself, or what always comes out the same for a long one. */
    private static String ofName(String name) {
        return name.length() <= SKU ? name.replaceAll("[\\t\\r\\n]", " ") : name.substring(0, SKU - 9).replaceAll("[\\t\\r\\n]", " ").strip() + "-" + HexFormat.of().toHexDigits(name.hashCode());
    }

    /** Whether there is anything that a problem could have been said of. */
    private static boolean said(Cells cells, String field) {
        String text = cells.raw(field);
        return text != null && !Values.nothing(text);
    }

    private static void checkTotal(Cells cells, boolean noProducts, BigDecimal total) {
        if (noProducts) {
            cells.problems().check(total != null || said(cells, "orderTotal"), "orderTotal", "required", "must not be empty");
        }
    }

    private static BigDecimal quantity(Cells cells) {
        BigDecimal quantity = cells.number("quantity");
        cells.problems().check(quantity != null || !cells.has("quantity") || said(cells, "quantity"), "quantity", "required", "must not be empty");
        return quantity == null ? BigDecimal.ONE : quantity;
    }

    private static Buyer buyer(Cells cells) {
        return new Buyer(cells.identifier("customerNumber", CustomerFields.NUMBER), cells.text("customerName", Problems.TEXT), CustomerFields.email(cells),
                cells.text("phone", CustomerFields.PHONE));
    }
}
