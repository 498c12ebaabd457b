package io.amphora.order.core;

import io.amphora.order.api.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** Goods that left together; their lines point to it. */
@Entity
@Table(name = "order_shipment")
public class ShipmentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_shipment")
    @SequenceGenerator(name = "s_order_shipment", sequenceName = "s_order_shipment", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    private String carrier;
    @Column(name = "tracking_number")
    private String trackingNumber;
    @Column(name = "shipped_at")
    private Instant shippedAt;
    @Column(name = "shipped_by")
    private String shippedBy;
    @Column(name = "delivered_at")
    private Instant deliveredAt;
    @Version
    private long version;

    protected ShipmentEntity() {
    }

    ShipmentEntity(long orderId, String carrier, String trackingNumber, Instant at, String by) {
        this.orderId = orderId;
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        shippedAt = at;
        shippedBy = by;
    }

    long id() {
        return id;
    }

    boolean delivered() {
        return deliveredAt != null;
    }

    void deliveredAt(Instant at) {
        deliveredAt = at;
    }

    Order.Shipment toShipment(List<Long> lineIds) {
        return new Order.Shipment(id, carrier, trackingNumber, shippedAt, deliveredAt, shippedBy, lineIds);
    }
}
