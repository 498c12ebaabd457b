package io.amphora.order.core;

import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** An order as a revision left it. Never changed, so without a version. */
@Entity
@Table(name = "order_revision")
public class RevisionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_revision")
    @SequenceGenerator(name = "s_order_revision", sequenceName = "s_order_revision", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "revision_no")
    private int number;
    @Column(name = "made_at")
    private Instant at;
    @Column(name = "made_by")
    private String by;
    private String reason;
    @Lob
    private String state;

    protected RevisionEntity() {
    }

    RevisionEntity(Order order, int number, Instant at, String by, String reason) {
        this.orderId = order.id();
        this.number = number;
        this.at = at;
        this.by = by;
        this.reason = reason;
        this.state = Snapshots.write(order);
    }

    int number() {
        return number;
    }

    Order order() {
        return Snapshots.read(state);
    }

    OrderAmendments.Revision toRevision() {
        return new OrderAmendments.Revision(number, at, by, reason, order().total());
    }
}
