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
 * @param total         what the customer owes for it, in {@code currency}
 * @param shipTo        {@link Address#EMPTY} if there is none
 * @param now           when it is being placed
 * @param recent        the customer's latest orders, newest first, at most ten, without drafts and this one
 * @param sameReference the customer's orders with the same reference, newest first, at most five, without this one
 * @param discountLimit percent that who places it may take off by the roles he has, null if there is no limit
 * @param open          what the customer's open orders come to in this currency, without this one; null unless a credit limit is set
 */
public record ReviewRequest(String channel, String externalId, String enteredBy, Customer customer, String reference, String currency, BigDecimal total, Address shipTo,
                            LocalDate wishedDate, String note, Instant now, List<Line> lines, List<Past> recent, List<Past> sameReference, BigDecimal open, BigDecimal discountLimit) {
    public ReviewRequest {
        lines = List.copyOf(lines);
        recent = List.copyOf(recent);
        sameReference = List.copyOf(sameReference);
    }

    /** Placed by somebody without a limit for discounts. */
    public ReviewRequest(String channel, String externalId, String enteredBy, Customer customer, String reference, String currency, BigDecimal total, Address shipTo, LocalDate wishedDate,
                         String note, Instant now, List<Line> lines, List<Past> recent, List<Past> sameReference, BigDecimal open) {
        this(channel, externalId, enteredBy, customer, reference, currency, total, shipTo, wishedDate, note, now, lines, recent, sameReference, open, null);
    }

    /** @param country as written, may be null @param creditLimit of its own, null if that of the installation holds @param email and phone as written, may be null */
    public record Customer(long id, String number, String name, String country, boolean blocked, BigDecimal creditLimit, String email, String phone) {
        /** Without e-mail and phone. */
        public Customer(long id, String number, String name, String country, boolean blocked, BigDecimal creditLimit) {
            this(id, number, name, country, blocked, creditLimit, null, null);
        }

        /** Without a credit limit of its own. */
        public Customer(long id, String number, String name, String country, boolean blocked) {
            this(id, number, name, country, blocked, null);
        }
    }

    /**
     * @param listPrice of the catalogue in the order's currency, null if there is none
     * @param amount    unit price times quantity
     * @param discount  the line's own, as money
     * @param share     of the discount on the whole order
     * @param net       what is left for the seller: after discounts, without tax
     * @param cost      of one unit in the order's currency, null if unknown
     */
    public record Line(String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal listPrice, BigDecimal amount, BigDecimal discount, BigDecimal share,
                       BigDecimal net, BigDecimal cost) {
        /** Without discounts and tax. */
        public Line(String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal listPrice, BigDecimal amount) {
            this(sku, name, quantity, unit, unitPrice, listPrice, amount, BigDecimal.ZERO, BigDecimal.ZERO, amount, null);
        }
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
