package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import java.math.BigDecimal;
import java.util.List;

/** Looks for what a person should look at before an order goes on. */
final class Review {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Review() {
    }

    /** @return what was found; empty: the order may go on by itself */
    static List<Problem> of(CheckedOrder order, OrderSettings.Values limits) {
        Problems found = new Problems();
        if (order.customerId() == null) {
            found.add("customerId", "order.review.no-customer", "the order names no customer");
        }
        if (order.customerBlocked()) {
            found.add("customerId", "order.review.customer-blocked", "customer {0} is blocked", order.customerName());
        }
        if (!order.shipTo().isComplete()) {
            found.add("shipTo", "order.review.address", "the address is incomplete: street, city and country are needed");
        }
        for (int i = 0; i < order.lines().size(); i++) {
            line(found, "lines[" + i + "].", order.lines().get(i), order.currency(), limits);
        }
        if (order.total().compareTo(limits.maxTotal()) > 0) {
            found.add("total", "order.review.total", "the total of {0} {2} is above the limit of {1} {2}", text(order.total()), text(limits.maxTotal()), order.currency());
        }
        return found.all();
    }

    private static void line(Problems found, String prefix, CheckedLine line, String currency, OrderSettings.Values limits) {
        if (line.listPrice() == null) {
            found.add(prefix + "unitPrice", "order.review.no-list-price", "{0} has no list price in {1} to compare with", line.sku(), currency);
        } else if (differs(line.unitPrice(), line.listPrice(), limits.priceTolerance())) {
            found.add(prefix + "unitPrice", "order.review.price", "the price {0} differs from the list price {1} by more than {2} %", text(line.unitPrice()),
                    text(line.listPrice()), text(limits.priceTolerance()));
        }
        if (line.quantity().compareTo(limits.maxQuantity()) > 0) {
            found.add(prefix + "quantity", "order.review.quantity", "the quantity {0} is above the limit of {1}", text(line.quantity()), text(limits.maxQuantity()));
        }
    }

    private static boolean differs(BigDecimal price, BigDecimal list, BigDecimal percent) {
        return price.subtract(list).abs().multiply(HUNDRED).compareTo(list.abs().multiply(percent)) > 0;
    }

    private static String text(BigDecimal number) {
        return Numbers.quantity(number).toPlainString();
    }
}
