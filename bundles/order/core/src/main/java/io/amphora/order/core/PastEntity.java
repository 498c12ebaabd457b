package io.amphora.order.core;

import io.amphora.order.api.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A state that an order was in until a moment. Never changed, so without a version. */
@Entity
@Table(name = "order_past")
public class PastEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_past")
    @SequenceGenerator(name = "s_order_past", sequenceName = "s_order_past", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "valid_until")
    private Instant until;
    @Column(name = "order_version")
    private long orderVersion;
    @Lob
    private String state;

    protected PastEntity() {
    }

    PastEntity(long orderId, Instant until, Order order) {
        this.orderId = orderId;
        this.until = until;
        this.orderVersion = order.version();
        this.state = Snapshots.write(order);
    }

    Instant until() {
        return until;
    }

    Order order() {
        return Snapshots.read(state);
    }
}
