package io.amphora.order.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as review checks see it: prepared once for all of them. Immutable.
 *
 * @param externalId    its number in the channel, null if it has none
 * @param enteredBy     sign-in name of who places it
 * @param customer      null if it names none
 * @param reference     the customer's own reference, may be null
 * @param total         sum of the lines' amounts, in {@code currency}
 * @param shipTo        {@link Address#EMPTY} if there is none
 * @param now           when it is being placed
 * @param recent        the customer's latest orders, newest first, at most ten, without drafts and this one
 * @param sameReference the customer's orders with the same reference, newest first, at most five, without this one
 * @param open          what the customer's open orders come to in this currency, without this one; null unless a credit limit is set
 */
public record ReviewRequest(String channel, String externalId, String enteredBy, Customer customer, String reference, String currency, BigDecimal total, Address shipTo,
                            LocalDate wishedDate, String note, Instant now, List<Line> lines, List<Past> recent, List<Past> sameReference, BigDecimal open) {
    public ReviewRequest {
        lines = List.copyOf(lines);
        recent = List.copyOf(recent);
        sameReference = List.copyOf(sameReference);
    }

    /** @param country as written, may be null */
    public record Customer(long id, String number, String name, String country, boolean blocked) {
    }

    /** @param listPrice of the catalogue in the order's currency, null if there is none */
    public record Line(String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal listPrice, BigDecimal amount) {
    }

    /**
     * An earlier order of the customer.
     *
     * @param sameLines  it wants exactly the same products and quantities
     * @param externalId its number in its channel, null if it has none
     */
    public record Past(String number, String reference, String externalId, OrderStatus status, Instant at, boolean historic, boolean sameLines) {
    }
}
