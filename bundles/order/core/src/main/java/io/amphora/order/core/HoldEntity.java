package io.amphora.order.core;

import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A stop on an order; kept when it is released. */
@Entity
@Table(name = "order_hold")
public class HoldEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_hold")
    @SequenceGenerator(name = "s_order_hold", sequenceName = "s_order_hold", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Enumerated(EnumType.STRING)
    @Column(name = "hold_type")
    private HoldType type;
    private String reason;
    @Column(name = "set_by")
    private String setBy;
    @Column(name = "set_at")
    private Instant setAt;
    @Column(name = "expires_at")
    private Instant until;
    @Column(name = "released_by")
    private String releasedBy;
    @Column(name = "released_at")
    private Instant releasedAt;
    @Column(name = "release_reason")
    private String releaseReason;
    @Version
    private long version;

    protected HoldEntity() {
    }

    HoldEntity(long orderId, HoldType type, String reason, String setBy, Instant setAt, Instant until) {
        this.orderId = orderId;
        this.type = type;
        this.reason = Texts.cut(reason, 1000);
        this.setBy = setBy;
        this.setAt = setAt;
        this.until = until;
    }

    long id() {
        return id;
    }

    HoldType type() {
        return type;
    }

    boolean open() {
        return releasedAt == null;
    }

    void release(String by, Instant now, String why) {
        releasedBy = by;
        releasedAt = now;
        releaseReason = why;
    }

    Hold toHold() {
        return new Hold(id, type, reason, setBy, setAt, until, releasedBy, releasedAt, releaseReason);
    }
}
