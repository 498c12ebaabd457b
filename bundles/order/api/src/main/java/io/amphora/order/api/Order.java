package io.amphora.order.api;

import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order, whole, as it stands.
 *
 * @param number       what people call it
 * @param kind         a historic credit has negative quantities
 * @param customerName as it was when the order was placed
 * @param total        exactly the sum of what is payable for the lines that are not cancelled or rejected, plus what is payable for the charges while there is such a line
 * @param placedAt     when it was submitted (historic orders: their own date); null for a draft
 * @param locationId   who handles it, null until assigned
 * @param historic     imported from the past: no stock, no messages
 * @param holds        all that ever were, oldest first
 * @param terms        how it is to be delivered and decided on
 * @param promise      what is promised to the customer of the whole order
 * @param quotationId  the quotation it is or was the content of, null if none
 * @param pricing      discount on the whole, charges, whether prices include tax
 */
public record Order(long id, String number, Kind kind, String channel, String externalId, Long customerId, String customerName, String reference, OrderStatus status,
                    Money total, Address shipTo, LocalDate wishedDate, String note, Instant createdAt, Instant placedAt, String createdBy, Long locationId,
                    String assignee, boolean historic, List<Line> lines, List<Finding> findings, List<Shipment> shipments, long version, List<Hold> holds,
                    Terms terms, Promise promise, Long quotationId, OrderPricing pricing) {
    /** What the channel of an order begins with that was taken over from another system with its life: nobody is told what happened long ago. */
    public static final String REPLAY = "replay:";

    /** What sort of order. */
    public enum Kind {
        SALE, CREDIT
    }

    public Order {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        shipments = List.copyOf(shipments);
        holds = List.copyOf(holds);
        terms = terms == null ? Terms.USUAL : terms;
        promise = promise == null ? Promise.NONE : promise;
        pricing = pricing == null ? OrderPricing.PLAIN : pricing;
    }

    /** Without discount, charges and tax. */
    public Order(long id, String number, Kind kind, String channel, String externalId, Long customerId, String customerName, String reference, OrderStatus status, Money total,
                 Address shipTo, LocalDate wishedDate, String note, Instant createdAt, Instant placedAt, String createdBy, Long locationId, String assignee, boolean historic,
                 List<Line> lines, List<Finding> findings, List<Shipment> shipments, long version, List<Hold> holds, Terms terms, Promise promise, Long quotationId) {
        this(id, number, kind, channel, externalId, customerId, customerName, reference, status, total, shipTo, wishedDate, note, createdAt, placedAt, createdBy, locationId, assignee,
                historic, lines, findings, shipments, version, holds, terms, promise, quotationId, null);
    }

    /** An order of the usual terms, of which nothing is promised. */
    public Order(long id, String number, Kind kind, String channel, String externalId, Long customerId, String customerName, String reference, OrderStatus status, Money total,
                 Address shipTo, LocalDate wishedDate, String note, Instant createdAt, Instant placedAt, String createdBy, Long locationId, String assignee, boolean historic,
                 List<Line> lines, List<Finding> findings, List<Shipment> shipments, long version, List<Hold> holds) {
        this(id, number, kind, channel, externalId, customerId, customerName, reference, status, total, shipTo, wishedDate, note, createdAt, placedAt, createdBy, locationId, assignee,
                historic, lines, findings, shipments, version, holds, Terms.USUAL, Promise.NONE, null);
    }

    /** An order that never was on hold. */
    public Order(long id, String number, Kind kind, String channel, String externalId, Long customerId, String customerName, String reference, OrderStatus status, Money total,
                 Address shipTo, LocalDate wishedDate, String note, Instant createdAt, Instant placedAt, String createdBy, Long locationId, String assignee, boolean historic,
                 List<Line> lines, List<Finding> findings, List<Shipment> shipments, long version) {
        this(id, number, kind, channel, externalId, customerId, customerName, reference, status, total, shipTo, wishedDate, note, createdAt, placedAt, createdBy, locationId, assignee,
                historic, lines, findings, shipments, version, List.of());
    }

    /**
     * @param position   1, 2, 3, as the customer sees it
     * @param amount     unit price times quantity, before discounts
     * @param locationId where its stock is reserved or was taken, null if none is
     * @param backordered waits for stock: holds none, and cannot be assigned or picked until it does
     * @param promise    of its own; without one that of the order holds
     * @param money      what becomes of the amount: discounts, tax, what is payable
     * @param note       of the line, may be null
     * @param parts      what one unit consists of if it is a kit: these are taken from stock; else empty
     */
    public record Line(long id, int position, String sku, String name, BigDecimal quantity, String unit, Money unitPrice, Money amount, LineStatus status, Long locationId,
                       boolean backordered, Promise promise, LineMoney money, String note, List<KitPart> parts) {
        public Line {
            promise = promise == null ? Promise.NONE : promise;
            money = money == null ? LineMoney.plain(amount) : money;
            parts = List.copyOf(parts);
        }

        /** Without discount and tax. */
        public Line(long id, int position, String sku, String name, BigDecimal quantity, String unit, Money unitPrice, Money amount, LineStatus status, Long locationId,
                    boolean backordered, Promise promise) {
            this(id, position, sku, name, quantity, unit, unitPrice, amount, status, locationId, backordered, promise, null, null, List.of());
        }

        /** A line without a promise of its own. */
        public Line(long id, int position, String sku, String name, BigDecimal quantity, String unit, Money unitPrice, Money amount, LineStatus status, Long locationId,
                    boolean backordered) {
            this(id, position, sku, name, quantity, unit, unitPrice, amount, status, locationId, backordered, Promise.NONE);
        }

        /** A line that does not wait for stock. */
        public Line(long id, int position, String sku, String name, BigDecimal quantity, String unit, Money unitPrice, Money amount, LineStatus status, Long locationId) {
            this(id, position, sku, name, quantity, unit, unitPrice, amount, status, locationId, false, Promise.NONE);
        }

        /** Whether it counts for the total: neither cancelled nor rejected. */
        public boolean isLive() {
            return status != LineStatus.CANCELLED && status != LineStatus.REJECTED;
        }

        /** Own discount of the whole line; zero if it has none. */
        public Money discount() {
            return money.discount();
        }

        /** Of the discount on the whole order; the shares of all lines as they were entered sum exactly to it. */
        public Money share() {
            return money.share();
        }

        /** In percent, null if the line knows no tax. */
        public BigDecimal taxRate() {
            return money.taxRate();
        }

        /** Of the whole line, contained in {@link #payable}. */
        public Money tax() {
            return money.tax();
        }

        /**
         * Exactly what the customer owes for the whole line: amount - discount - share, plus tax unless prices include it. In the minor unit of the currency as soon
         * as a discount, a charge or a tax is involved anywhere in the order; see {@link Calculation}. Of a cancelled line: what is not owed any more.
         */
        public Money payable() {
            return money.payable();
        }
    }

    /** On the whole order as entered, null if there is none. */
    public Discount discount() {
        return pricing.discount();
    }

    /** What the customer pays besides the goods. */
    public List<OrderPricing.Charge> charges() {
        return pricing.charges();
    }

    /** Whether unit prices, discounts and charges are with tax. */
    public boolean pricesIncludeTax() {
        return pricing.pricesIncludeTax();
    }

    /**
     * How an order is to be delivered and decided on.
     *
     * @param shipComplete nothing leaves until all lines are ready
     * @param backorders   whether short lines may wait for stock; null: as the product or the installation says
     * @param priority     when stock arrives, higher comes first, then older
     * @param revision     1, one more for each amendment
     * @param openSteps    how many approval steps are open
     */
    public record Terms(boolean shipComplete, Boolean backorders, int priority, int revision, int openSteps) {
        public static final Terms USUAL = new Terms(false, null, 0, 1, 0);
    }

    /**
     * What the review found.
     *
     * @param problem    field is a path into the order ({@code lines[0].unitPrice})
     * @param waivedBy   who let it pass, null while open
     * @param check      id of the check that found it, null if that was not kept
     * @param permission who has it may let the finding pass
     */
    public record Finding(long id, Problem problem, String waivedBy, String reason, String check, String permission) {
        /** A finding of an unknown check. */
        public Finding(long id, Problem problem, String waivedBy, String reason) {
            this(id, problem, waivedBy, reason, null, OrderAction.APPROVE.permission());
        }

        public boolean isOpen() {
            return waivedBy == null;
        }
    }

    /** Goods that left together. */
    public record Shipment(long id, String carrier, String trackingNumber, Instant shippedAt, Instant deliveredAt, String shippedBy, List<Long> lineIds) {
    }

    /** The earliest day promised of what has not left the house; null if nothing is promised or left to send. */
    public LocalDate due() {
        return historic || status.isFinal() ? null : lines.stream().filter(l -> l.status().isBeforeShipping()).map(l -> l.promise().made() ? l.promise().current() : promise.current())
                .filter(java.util.Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    }

    /** The holds that stand in the way of this step now; empty if none does. */
    public Set<HoldType> holding(OrderAction action) {
        return holds.stream().filter(h -> h.isOpen() && h.type().blocks(action)).map(Hold::type).collect(Collectors.toCollection(() -> EnumSet.noneOf(HoldType.class)));
    }

    /** Whether at least one line waits for stock. */
    public boolean backordered() {
        return lines.stream().anyMatch(Line::backordered);
    }

    /** What can be done to at least one line now, by anybody with the permission, as far as holds do not stand against it. */
    public Set<OrderAction> possible() {
        EnumSet<OrderAction> all = EnumSet.noneOf(OrderAction.class);
        if (!historic) {
            lines.forEach(l -> OrderAction.nextOf(l.status()).stream().filter(a -> !l.backordered() || a.withoutStock()).forEach(all::add));
            if (lines.isEmpty() && status == OrderStatus.DRAFT) {
                all.add(OrderAction.CANCEL);
            }
            all.removeIf(a -> !holding(a).isEmpty());
        }
        return all;
    }
}
