package io.amphora.order.rest;

import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Hold;
import io.amphora.order.api.KitPart;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.OrderSums;
import io.amphora.order.api.Promise;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** An order, whole. */
public record OrderJson(long id, String number, Order.Kind kind, String channel, String externalId, Long customerId, String customerName, String reference, OrderStatus status,
                        @Schema(description = "what could be done to at least one line now, or to the order (CLOSE_SHORT, REOPEN); without APPROVE for who entered or changed it") Set<String> possible, BigDecimal total, String currency, AddressJson shipTo,
                        LocalDate wishedDate, @Schema(description = "what is promised of the whole order: first and now") Promise promise,
                        @Schema(description = "the earliest day promised of what has not left the house") LocalDate due,
                        @Schema(description = "the quotation it is or was the content of") Long quotationId, String note, Instant createdAt, Instant placedAt, String createdBy, Long locationId, String assignee, boolean historic,
                        List<LineJson> lines, List<FindingJson> findings, List<ShipmentJson> shipments, List<Hold> holds, long version,
                        @Schema(description = "on the whole order, as entered") OrderIn.DiscountJson discount, boolean pricesIncludeTax, List<ChargeJson> charges,
                        @Schema(description = "goods - discounts - discount + charges + taxAdded = total, exactly") SumsJson sums,
                        @Schema(description = "how it is to be delivered and decided on") Order.Terms terms) {

    /** A line. */
    public record LineJson(long id, int position, String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal amount, LineStatus status,
                           @Schema(description = "where its stock is reserved or was taken") Long locationId,
                           @Schema(description = "of its own; without one that of the order holds") Promise promise,
                           @Schema(description = "own discount of the whole line, as money") BigDecimal discount,
                           @Schema(description = "the percentage it was entered as, null if it was an amount") BigDecimal discountPercent,
                           @Schema(description = "of the discount on the whole order") BigDecimal share, @Schema(description = "in percent, null if it knows no tax") BigDecimal taxRate,
                           @Schema(description = "of the whole line, contained in payable") BigDecimal tax, @Schema(description = "exactly what is owed for the whole line") BigDecimal payable,
                           @Schema(description = "of the catalogue when it was entered") BigDecimal listPrice, @Schema(description = "who named the price; null: it is the list price") String priceBy,
                           String note, @Schema(description = "what one unit of a kit consists of") List<KitPart> parts, @Schema(description = "waits for stock") boolean backordered) {
        static LineJson of(Order.Line l) {
            return new LineJson(l.id(), l.position(), l.sku(), l.name(), l.quantity(), l.unit(), l.unitPrice().amount(), l.amount().amount(), l.status(), l.locationId(), l.promise(),
                    l.discount().amount(), l.money().discountPercent(), l.share().amount(), l.taxRate(), l.tax().amount(), l.payable().amount(),
                    l.money().listPrice() == null ? null : l.money().listPrice().amount(), l.money().priceBy(), l.note(), l.parts(), l.backordered());
        }
    }

    /** What is paid besides the goods. */
    public record ChargeJson(ChargeType type, String text, BigDecimal amount, BigDecimal taxRate, BigDecimal tax, BigDecimal payable) {
        static ChargeJson of(OrderPricing.Charge c) {
            return new ChargeJson(c.type(), c.text(), c.amount().amount(), c.taxRate(), c.tax().amount(), c.payable().amount());
        }
    }

    /** The sums of what is neither cancelled nor rejected. */
    public record SumsJson(BigDecimal goods, @Schema(description = "own discounts of lines") BigDecimal discounts, @Schema(description = "on the whole order") BigDecimal discount,
                           BigDecimal charges, @Schema(description = "all tax") BigDecimal tax, @Schema(description = "what of it comes on top of the prices") BigDecimal taxAdded,
                           BigDecimal total, List<TaxJson> taxes) {
        static SumsJson of(OrderSums s) {
            return new SumsJson(s.goods().amount(), s.discounts().amount(), s.discount().amount(), s.charges().amount(), s.tax().amount(), s.taxAdded().amount(), s.total().amount(),
                    s.taxes().stream().map(t -> new TaxJson(t.rate(), t.net().amount(), t.tax().amount())).toList());
        }
    }

    /** Tax of one rate. */
    public record TaxJson(@Schema(description = "in percent") BigDecimal rate, @Schema(description = "what the tax is on, without it") BigDecimal net, BigDecimal tax) {
    }

    /** What the review found. */
    public record FindingJson(long id, String field, String code, String detail, @Schema(description = "null while open") String waivedBy, String reason,
                              @Schema(description = "the check that found it") String check, @Schema(description = "who has it may let this pass") String permission) {
        static FindingJson of(Order.Finding f) {
            return new FindingJson(f.id(), f.problem().field(), f.problem().code(), f.problem().message(), f.waivedBy(), f.reason(), f.check(), f.permission());
        }
    }

    /** Goods that left together. */
    public record ShipmentJson(long id, String carrier, String trackingNumber, Instant shippedAt, Instant deliveredAt, String shippedBy, List<Long> lineIds) {
        static ShipmentJson of(Order.Shipment s) {
            return new ShipmentJson(s.id(), s.carrier(), s.trackingNumber(), s.shippedAt(), s.deliveredAt(), s.shippedBy(), s.lineIds());
        }
    }

    static OrderJson of(Order o) {
        return of(o, Possible.of(o));
    }

    static OrderJson of(Order o, Set<String> possible) {
        return new OrderJson(o.id(), o.number(), o.kind(), o.channel(), o.externalId(), o.customerId(), o.customerName(), o.reference(), o.status(), possible, o.total().amount(),
                o.total().currency().getCurrencyCode(), AddressJson.of(o.shipTo()), o.wishedDate(), o.promise(), o.due(), o.quotationId(), o.note(), o.createdAt(), o.placedAt(), o.createdBy(), o.locationId(), o.assignee(),
                o.historic(), o.lines().stream().map(LineJson::of).toList(), o.findings().stream().map(FindingJson::of).toList(),
                o.shipments().stream().map(ShipmentJson::of).toList(), o.holds(), o.version(),
                OrderIn.DiscountJson.of(o.discount()), o.pricesIncludeTax(), o.charges().stream().map(ChargeJson::of).toList(), SumsJson.of(OrderSums.of(o)), o.terms());
    }
}
