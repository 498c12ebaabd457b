package io.amphora.order.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as somebody enters it or a channel brings it.
 *
 * @param channel    {@code console}, {@code rest}, or the id of a sales channel
 * @param externalId its number there; with the channel unique: a second order with the same pair is answered with the first
 * @param customerId may be null for a draft; review asks for one otherwise
 * @param reference  the customer's own reference, may be null
 * @param currency   ISO 4217; null means the installation's
 * @param shipTo     null means the customer's address
 * @param wishedDate when the customer wants it, may be null
 * @param delivery   null is {@link Delivery#USUAL}
 */
public record NewOrder(String channel, String externalId, Long customerId, String reference, String currency, Address shipTo, LocalDate wishedDate,
                       String note, List<Line> lines, Delivery delivery) {
    public NewOrder {
        lines = lines == null ? List.of() : List.copyOf(lines);
        delivery = delivery == null ? Delivery.USUAL : delivery;
    }

    /** Delivered as usual. */
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
     */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }
}
