package io.amphora.order.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as somebody enters it or a channel brings it.
 *
 * @param channel          {@code console}, {@code rest}, or the id of a sales channel
 * @param externalId       its number there; with the channel unique: a second order with the same pair is answered with the first
 * @param customerId       may be null for a draft; review asks for one otherwise
 * @param reference        the customer's own reference, may be null
 * @param currency         ISO 4217; null means the installation's
 * @param shipTo           null means the customer's address
 * @param wishedDate       when the customer wants it, may be null
 * @param delivery         null is {@link Delivery#USUAL}
 * @param discount         on the whole order, null for none
 * @param charges          besides the goods, at most {@link #MAX_CHARGES}
 * @param pricesIncludeTax null takes the installation's setting; frozen on the order
 */
public record NewOrder(String channel, String externalId, Long customerId, String reference, String currency, Address shipTo, LocalDate wishedDate,
                       String note, List<Line> lines, Delivery delivery, Discount discount, List<Charge> charges, Boolean pricesIncludeTax) {
    public static final int MAX_CHARGES = 20;

    public NewOrder {
        lines = lines == null ? List.of() : List.copyOf(lines);
        delivery = delivery == null ? Delivery.USUAL : delivery;
        charges = charges == null ? List.of() : List.copyOf(charges);
    }

    /** Without a discount on the whole, and charges. */
    public NewOrder(String channel, String externalId, Long customerId, String reference, String currency, Address shipTo, LocalDate wishedDate, String note, List<Line> lines,
                    Delivery delivery) {
        this(channel, externalId, customerId, reference, currency, shipTo, wishedDate, note, lines, delivery, null, List.of(), null);
    }

    /** Delivered as usual, without a discount on the whole, and charges. */
    public NewOrder(String channel, String externalId, Long customerId, String reference, String currency, Address shipTo, LocalDate wishedDate, String note, List<Line> lines) {
        this(channel, externalId, customerId, reference, currency, shipTo, wishedDate, note, lines, null);
    }

    /**
     * What leaves when.
     *
     * @param shipComplete nothing leaves until all lines are ready
     * @param backorders   whether short lines may wait for stock; null: as the product or the installation says
     * @param priority     when stock arrives, higher comes first; -100 to 100
     */
    public record Delivery(boolean shipComplete, Boolean backorders, int priority) {
        public static final Delivery USUAL = new Delivery(false, null, 0);
    }

    /**
     * @param unitPrice null takes the list price
     * @param quantity  above zero, at most 3 decimals
     * @param discount  for the whole line, null for none
     * @param taxRate   in percent, null takes the product's
     * @param note      at most 500 characters, may be null
     */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice, Discount discount, BigDecimal taxRate, String note) {
        /** Without a discount, with the product's tax. */
        public Line(String sku, BigDecimal quantity, BigDecimal unitPrice) {
            this(sku, quantity, unitPrice, null, null, null);
        }
    }

    /**
     * @param text    what the customer reads, at most 200 characters; null: the type says it
     * @param amount  not negative, in the minor unit of the currency; with tax if prices include it
     * @param taxRate in percent, null for none
     */
    public record Charge(ChargeType type, String text, BigDecimal amount, BigDecimal taxRate) {
    }
}
