package io.amphora.order.core;

import io.amphora.order.api.LineStatus;
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
import java.math.RoundingMode;

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
    private boolean stocked;
    @Column(name = "location_id")
    private Long locationId;
    @Column(name = "shipment_id")
    private Long shipmentId;
    @Embedded
    private PromiseDates promised;
    @Version
    private long version;

    protected OrderLineEntity() {
    }

    OrderLineEntity(OrderEntity order, int lineNo, CheckedLine line) {
        this.order = order;
        this.lineNo = lineNo;
        this.status = LineStatus.DRAFT;
        take(line);
    }

    void take(CheckedLine line) {
        sku = line.sku();
        productName = line.name();
        quantity = line.quantity();
        unit = line.unit();
        unitPrice = line.unitPrice();
        amount = line.amount();
        stocked = line.stocked();
    }

    /** The rest stays here; both amounts together are what one was. */
    OrderLineEntity split(int newLineNo, BigDecimal part) {
        BigDecimal rest = quantity.subtract(part);
        BigDecimal restAmount = amount.multiply(rest).divide(quantity, 4, RoundingMode.HALF_UP);
        OrderLineEntity other = new OrderLineEntity(order, newLineNo, new CheckedLine(sku, productName, part, unit, unitPrice, null, stocked));
        other.amount = amount.subtract(restAmount);
        other.status = status;
        other.locationId = locationId;
        other.promised = PromiseDates.of(promise());
        quantity = rest;
        amount = restAmount;
        return other;
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
        return new Order.Line(id, lineNo, sku, productName, Numbers.quantity(quantity), unit, Numbers.money(unitPrice, currency), Numbers.money(amount, currency), status, locationId, false, promise());
    }
}
