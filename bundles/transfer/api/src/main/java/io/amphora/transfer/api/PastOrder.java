package io.amphora.transfer.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order of another system with its life, to be lived again here: see {@link Replays}.
 *
 * @param number         its number there, at most 60 characters
 * @param customerNumber of a customer that is here, may be null
 * @param currency       ISO 4217, null means the installation's
 * @param shipTo         null means the customer's address
 * @param wishedDate     may be null
 * @param charges        freight and the like
 * @param total          what the source says is owed for all of it, null if it does not
 * @param payments       money that came
 */
public record PastOrder(String number, String customerNumber, String reference, String currency, Address shipTo, LocalDate wishedDate, String note, List<Line> lines, List<Charge> charges,
                        BigDecimal total, List<Payment> payments, Life life) {
    public PastOrder {
        lines = lines == null ? List.of() : List.copyOf(lines);
        charges = charges == null ? List.of() : List.copyOf(charges);
        payments = payments == null ? List.of() : List.copyOf(payments);
        life = life == null ? new Life(null, null, null, null, null, null, null, null, null) : life;
    }

    /**
     * @param unitPrice       required: today's list price says nothing about the past
     * @param discountPercent off the whole line, 0 to 100, null for none
     */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
    }

    /** @param type {@code SHIPPING}, {@code HANDLING}, {@code GIFT_WRAP}, {@code PAYMENT} or {@code OTHER}; null means OTHER */
    public record Charge(String type, String text, BigDecimal amount) {
    }

    /**
     * @param at        null means when it was approved, else placed
     * @param method    {@code BANK_TRANSFER}, {@code CASH} or {@code CASH_ON_DELIVERY}; null means BANK_TRANSFER
     * @param reference what the source says of it, may be null
     */
    public record Payment(Instant at, String method, BigDecimal amount, String reference) {
    }

    /**
     * What happened when. It ends where the dates end: without {@code shipped}, {@code completed} and {@code cancelled} the order is open.
     *
     * @param placed    required
     * @param delivered of an order without it that is {@code completed} the goods count as delivered then, and the review says so
     * @param completed null of an order that is {@code delivered}: it is left there
     * @param cancelled counts, whatever else is there
     */
    public record Life(Instant placed, Instant approved, Instant shipped, String carrier, String trackingNumber, Instant delivered, Instant completed, Instant cancelled, String cancelReason) {
    }
}
