package io.amphora.order.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How an order shall be: the whole of it, as {@link NewOrder} for a new one.
 *
 * @param shipTo  null takes the customer's address
 * @param lines   all lines that it shall have; one that is not named is cancelled. Cancelled lines are not named, and stay
 * @param pricing discount on the whole and charges; null: they stay
 */
public record Amendment(String reference, Address shipTo, LocalDate wishedDate, String note, List<Line> lines, Pricing pricing) {
    public Amendment {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Discount on the whole, and charges, stay. */
    public Amendment(String reference, Address shipTo, LocalDate wishedDate, String note, List<Line> lines) {
        this(reference, shipTo, wishedDate, note, lines, null);
    }

    /**
     * What the order as a whole shall have of both.
     *
     * @param discount null for none
     * @param charges  all of them; empty for none
     */
    public record Pricing(Discount discount, List<NewOrder.Charge> charges) {
        public Pricing {
            charges = charges == null ? List.of() : List.copyOf(charges);
        }
    }

    /**
     * @param id        of a line that is there, its SKU stays; null for one more
     * @param unitPrice null: a line that is there keeps its price, a new one takes the list price
     * @param terms     null: a line that is there keeps its own, a new one has none
     */
    public record Line(Long id, String sku, BigDecimal quantity, BigDecimal unitPrice, Terms terms) {
        /** With the discount, tax and note that it has. */
        public Line(Long id, String sku, BigDecimal quantity, BigDecimal unitPrice) {
            this(id, sku, quantity, unitPrice, null);
        }
    }

    /**
     * What a line shall have besides its price.
     *
     * @param discount for the whole line, null for none
     * @param taxRate  in percent, null takes the product's
     * @param note     null for none
     */
    public record Terms(Discount discount, BigDecimal taxRate, String note) {
    }

    /** The order as it is, to change from there. */
    public static Amendment of(Order o) {
        return new Amendment(o.reference(), o.shipTo(), o.wishedDate(), o.note(), o.lines().stream().filter(Order.Line::isLive)
                .map(l -> new Line(l.id(), l.sku(), l.quantity(), l.unitPrice().amount())).toList());
    }
}
