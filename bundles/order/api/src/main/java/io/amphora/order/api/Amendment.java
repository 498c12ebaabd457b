package io.amphora.order.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How an order shall be: the whole of it, as {@link NewOrder} for a new one.
 *
 * @param shipTo null takes the customer's address
 * @param lines  all lines that it shall have; one that is not named is cancelled. Cancelled lines are not named, and stay
 */
public record Amendment(String reference, Address shipTo, LocalDate wishedDate, String note, List<Line> lines) {
    public Amendment {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /**
     * @param id        of a line that is there, its SKU stays; null for one more
     * @param unitPrice null: a line that is there keeps its price, a new one takes the list price
     */
    public record Line(Long id, String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }

    /** The order as it is, to change from there. */
    public static Amendment of(Order o) {
        return new Amendment(o.reference(), o.shipTo(), o.wishedDate(), o.note(), o.lines().stream().filter(l -> l.status() != LineStatus.CANCELLED && l.status() != LineStatus.REJECTED)
                .map(l -> new Line(l.id(), l.sku(), l.quantity(), l.unitPrice().amount())).toList());
    }
}
