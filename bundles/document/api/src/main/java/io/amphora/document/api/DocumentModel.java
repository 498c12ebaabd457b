package io.amphora.document.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a document says, without how it looks. Texts are as people entered them: a template escapes them ({@link Xhtml#text}).
 *
 * @param number    of the document; null for a preview, which was not issued
 * @param at        when it was made
 * @param zone      in which the installation writes times
 * @param seller    who sends it: name and address as the installation has set them, one row each, at least one
 * @param orderedAt when the order was placed
 * @param reference the customer's own, may be null
 * @param wished    when the customer wants it, may be null
 * @param note      on the order, may be null and have line breaks
 * @param lines     at least one, in the order to print them; of a picking list by location and SKU
 * @param total     sum of the lines' amounts; null where the kind shows no prices
 * @param shipments on a delivery note those it is about; else empty
 * @param offer     of a quotation, else null
 * @param parcels   of a packing slip or parcel label those it is about; else empty
 * @param sums      how the total comes about; null where the kind shows no prices, or there is nothing to it but the lines
 * @param invoice   of a credit note what it takes back, else null
 * @param payment   when and how to pay: of an invoice, and of the confirmation of an order that is to be paid in advance; else null, also if nobody here knows
 */
public record DocumentModel(DocumentKind kind, String number, Instant at, ZoneId zone, List<String> seller, String orderNumber, Instant orderedAt, String reference,
                            LocalDate wished, Customer customer, List<String> shipTo, String note, List<Line> lines, Money total, List<Shipment> shipments, Offer offer, List<Parcel> parcels,
                            Sums sums, Reference invoice, Payment payment) {
    public DocumentModel {
        seller = List.copyOf(seller);
        shipTo = List.copyOf(shipTo);
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
        parcels = List.copyOf(parcels);
    }

    /** Without how to pay. */
    public DocumentModel(DocumentKind kind, String number, Instant at, ZoneId zone, List<String> seller, String orderNumber, Instant orderedAt, String reference, LocalDate wished,
                         Customer customer, List<String> shipTo, String note, List<Line> lines, Money total, List<Shipment> shipments, Offer offer, List<Parcel> parcels, Sums sums,
                         Reference invoice) {
        this(kind, number, at, zone, seller, orderNumber, orderedAt, reference, wished, customer, shipTo, note, lines, total, shipments, offer, parcels, sums, invoice, null);
    }

    /** What is not about parcels. */
    public DocumentModel(DocumentKind kind, String number, Instant at, ZoneId zone, List<String> seller, String orderNumber, Instant orderedAt, String reference, LocalDate wished,
                         Customer customer, List<String> shipTo, String note, List<Line> lines, Money total, List<Shipment> shipments, Offer offer) {
        this(kind, number, at, zone, seller, orderNumber, orderedAt, reference, wished, customer, shipTo, note, lines, total, shipments, offer, List.of(), null, null);
    }

    /**
     * How the total comes about: subtotal - discount + charges + taxes (unless prices include them) = total, exactly.
     *
     * @param subtotal         of the lines after their own discounts
     * @param discount         on the whole; zero if there is none
     * @param pricesIncludeTax whether all amounts are with tax
     * @param taxes            per rate, lowest first
     */
    public record Sums(Money subtotal, Money discount, List<Charge> charges, boolean pricesIncludeTax, List<Tax> taxes) {
        public Sums {
            charges = List.copyOf(charges);
            taxes = List.copyOf(taxes);
        }
    }

    /** @param type {@code SHIPPING}, {@code HANDLING}, {@code GIFT_WRAP}, {@code PAYMENT}, {@code OTHER} @param text instead of the type, may be null @param taxRate may be null */
    public record Charge(String type, String text, Money amount, BigDecimal taxRate) {
    }

    /** @param net what the tax is on, without it */
    public record Tax(BigDecimal rate, Money net, Money tax) {
    }

    /**
     * When and how to pay.
     *
     * @param terms    {@code IMMEDIATE}, {@code NET_7}, {@code NET_14}, {@code NET_30}, {@code PREPAID}, {@code CASH_ON_DELIVERY}, or null
     * @param dueOn    null while there is no date, and if nothing is open
     * @param paid     of what this document asks for
     * @param open     of it, not below zero
     * @param transfer where to; null if nothing is to be paid by transfer
     * @since 1.6
     */
    public record Payment(String terms, LocalDate dueOn, Money paid, Money open, Transfer transfer) {
    }

    /** @param account IBAN or number @param bic may be null, as may the bank @param reference what the payer writes, so that the money finds its order @since 1.6 */
    public record Transfer(String holder, String account, String bic, String bank, String reference) {
    }

    /** @param reason why it is taken back */
    public record Reference(String number, Instant at, String reason) {
    }

    /** What is no offer. */
    public DocumentModel(DocumentKind kind, String number, Instant at, ZoneId zone, List<String> seller, String orderNumber, Instant orderedAt, String reference, LocalDate wished,
                         Customer customer, List<String> shipTo, String note, List<Line> lines, Money total, List<Shipment> shipments) {
        this(kind, number, at, zone, seller, orderNumber, orderedAt, reference, wished, customer, shipTo, note, lines, total, shipments, null);
    }

    /**
     * @param shipment       number of the shipment
     * @param number         of the parcel, of so many in the shipment
     * @param sscc           18 digits, null if it has none
     * @param carrier        may be null, as may the tracking number, the weight and the service
     * @param weightKg       kilograms
     */
    public record Parcel(String shipment, int number, int of, String sscc, String carrier, String service, String trackingNumber, BigDecimal weightKg, List<Line> lines) {
        public Parcel {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Of a quotation.
     *
     * @param number     of the quotation
     * @param validUntil the last day on which it can be accepted
     */
    public record Offer(String number, LocalDate validUntil) {
    }

    /**
     * Who bought.
     *
     * @param number null if the order has no customer on file
     * @param name   may be null
     */
    public record Customer(String number, String name) {
    }

    /**
     * @param position  as the order numbers it
     * @param gtin      the SKU where it is a valid GTIN (8, 12, 13 or 14 digits), else null
     * @param unitPrice null where the kind shows no prices
     * @param amount    null where the kind shows no prices
     * @param location  name of where it is picked; null on other kinds, or if no stock is kept of it
     * @param discount  own discount in money, null if there is none or the kind shows no prices
     * @param percent   the percentage it was entered as, null if it was an amount
     * @param taxRate   in percent, null if there is none or the kind shows no prices
     * @param note      on the line, may be null
     * @param parts     what is to be taken for it if it is a kit: quantity for the whole line; else empty
     */
    public record Line(int position, String sku, String name, String gtin, BigDecimal quantity, String unit, Money unitPrice, Money amount, String location, Money discount,
                       BigDecimal percent, BigDecimal taxRate, String note, List<Part> parts) {
        public Line {
            parts = List.copyOf(parts);
        }

        /** Without discount, tax and note; no kit. */
        public Line(int position, String sku, String name, String gtin, BigDecimal quantity, String unit, Money unitPrice, Money amount, String location) {
            this(position, sku, name, gtin, quantity, unit, unitPrice, amount, location, null, null, null, null, List.of());
        }
    }

    /** A component of a kit. @param quantity for the whole line */
    public record Part(String sku, BigDecimal quantity) {
    }

    /** @param trackingNumber may be null, as may the carrier */
    public record Shipment(String carrier, String trackingNumber, Instant shippedAt) {
    }
}
