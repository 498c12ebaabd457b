package io.amphora.order.core;

import io.amphora.inventory.api.Reservations;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.KitPart;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.Promise;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** One line of an order. */
@Entity
@Table(name = "order_line")
public class OrderLineEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_line")
    @SequenceGenerator(name = "s_order_line", sequenceName = "s_order_line", allocationSize = 500)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    private OrderEntity order;
    @Column(name = "line_no")
    private int lineNo;
    private String sku;
    @Column(name = "product_name")
    private String productName;
    private BigDecimal quantity;
    private String unit;
    @Column(name = "unit_price")
    private BigDecimal unitPrice;
    private BigDecimal amount;
    @Enumerated(EnumType.STRING)
    @Column(name = "line_status")
    private LineStatus status;
    @Embedded
    private LinePricing pricing;
    private String note;
    @Column(name = "kit_parts")
    private String kitParts;
    private boolean stocked;
    @Column(name = "location_id")
    private Long locationId;
    @Column(name = "shipment_id")
    private Long shipmentId;
    @Embedded
    private PromiseDates promised;
    private boolean backordered;
    @Version
    private long version;

    protected OrderLineEntity() {
    }

    OrderLineEntity(OrderEntity order, int lineNo, CheckedLine line, LinePricing pricing, BigDecimal amount) {
        this.order = order;
        this.lineNo = lineNo;
        this.status = LineStatus.DRAFT;
        take(line, pricing, amount);
    }

    /** @param amount as the calculation has it: to the cent if there is more to it than the price */
    void take(CheckedLine line, LinePricing money, BigDecimal amount) {
        sku = line.sku();
        productName = line.name();
        quantity = line.quantity();
        unit = line.unit();
        unitPrice = line.unitPrice();
        this.amount = amount;
        pricing = money;
        note = line.money().note();
        kitParts = KitParts.text(line.money().parts());
        stocked = line.stocked();
    }

    /** As {@link #take}, writing only what differs: of most lines of a draft nothing does. */
    void enter(int number, CheckedLine line, LinePricing money, BigDecimal newAmount) {
        LinePricing traced = sameTrace(line, money);
        boolean same = lineNo == number && equal(quantity, line.quantity()) && equal(unitPrice, line.unitPrice()) && equal(amount, newAmount) && stocked == line.stocked()
                && Objects.equals(productName, line.name()) && Objects.equals(unit, line.unit()) && Objects.equals(note, line.money().note())
                && Objects.equals(kitParts, KitParts.text(line.money().parts())) && pricing().same(traced);
        if (!same) {
            lineNo = number;
            take(line, traced, newAmount);
        }
    }

    static boolean equal(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    /** The same line at the same price keeps what is known of where the price came from. */
    LinePricing sameTrace(CheckedLine line, LinePricing money) {
        if (pricing != null && unitPrice != null && line.unitPrice() != null && unitPrice.compareTo(line.unitPrice()) == 0) {
            money.keepTrace(pricing);
        }
        return money;
    }

    void sameTrace(OrderLineEntity before) {
        if (unitPrice != null && before.unitPrice != null && unitPrice.compareTo(before.unitPrice) == 0 && pricing != null && before.pricing != null) {
            pricing.keepTrace(before.pricing);
        }
    }

    /** The rest stays here; all numbers of both together are what they were. */
    OrderLineEntity split(int newLineNo, BigDecimal part, String currency, boolean pricesIncludeTax) {
        BigDecimal rest = quantity.subtract(part);
        LinePricing.Parted parted = pricing().part(amount, rest, quantity, Calculation.minor(Currency.getInstance(currency)), pricesIncludeTax);
        OrderLineEntity other = new OrderLineEntity();
        other.order = order;
        other.lineNo = newLineNo;
        other.sku = sku;
        other.productName = productName;
        other.quantity = part;
        other.unit = unit;
        other.unitPrice = unitPrice;
        other.amount = amount.subtract(parted.restAmount());
        other.pricing = parted.part();
        other.note = note;
        other.kitParts = kitParts;
        other.stocked = stocked;
        other.status = status;
        other.locationId = locationId;
        other.shipmentId = shipmentId;
        other.promised = PromiseDates.of(promise());
        other.backordered = backordered;
        quantity = rest;
        amount = parted.restAmount();
        pricing = parted.rest();
        return other;
    }

    /** Never null: the database knows no difference between nothing and an empty one. */
    private LinePricing pricing() {
        return pricing == null ? new LinePricing() : pricing;
    }

    /** Exactly what the customer owes for the line. */
    BigDecimal payable() {
        return pricing().payable(amount);
    }

    /** What it comes to, as it stands. */
    Calculation.LineResult result() {
        return pricing().result(amount);
    }

    /** What it has of the discount on the whole order. */
    BigDecimal share() {
        return pricing().share();
    }

    boolean isKit() {
        return kitParts != null;
    }

    List<KitPart> kitParts() {
        return KitParts.read(kitParts);
    }

    /** What it wants of the stock: of a kit, what it consists of. */
    Reservations.Wanted wanted() {
        return new Reservations.Wanted(id, sku, quantity, kitParts().stream().map(p -> new Reservations.Part(p.sku(), p.quantity())).toList());
    }

    /** As it was entered, for checking it again: prices seen then hold. */
    NewOrder.Line entered() {
        return new NewOrder.Line(sku, quantity, unitPrice, pricing().enteredDiscount(), pricing().taxRate(), note);
    }

    long id() {
        return id;
    }

    int lineNo() {
        return lineNo;
    }

    String sku() {
        return sku;
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal unitPrice() {
        return unitPrice;
    }

    BigDecimal amount() {
        return amount;
    }

    LineStatus status() {
        return status;
    }

    boolean stocked() {
        return stocked;
    }

    Long locationId() {
        return locationId;
    }

    Long shipmentId() {
        return shipmentId;
    }

    void moveTo(LineStatus next) {
        status = next;
        backordered &= !next.isFinal();
    }

    /** Holds no stock, and waits for some. */
    void waits() {
        backordered = true;
        locationId = null;
    }

    /** It is to hold stock again, or anew. */
    void holdsNothing() {
        backordered = false;
        locationId = null;
    }

    void allocated(long location) {
        backordered = false;
        locationId = location;
    }

    boolean backordered() {
        return backordered;
    }

    /** Where its stock is: does nothing if that is known already, so that nothing is written. */
    void locate(Long location) {
        locationId = location;
    }

    void shippedWith(long shipment) {
        shipmentId = shipment;
    }

    Promise promise() {
        return PromiseDates.promise(promised);
    }

    void promise(Promise promise) {
        promised = PromiseDates.of(promise);
    }

    Order.Line toLine(String currency) {
        return new Order.Line(id, lineNo, sku, productName, Numbers.quantity(quantity), unit, Numbers.money(unitPrice, currency), Numbers.money(amount, currency), status, locationId,
                backordered, promise(), pricing().toMoney(amount, currency), note, kitParts());
    }
}
