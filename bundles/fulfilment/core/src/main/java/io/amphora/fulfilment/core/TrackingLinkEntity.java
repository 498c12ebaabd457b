package io.amphora.fulfilment.core;

import io.amphora.fulfilment.api.TrackingLink;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A link that was given to somebody. Kept when revoked: who gave what away, and until when, stays known. */
@Entity
@Table(name = "tracking_link")
public class TrackingLinkEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_tracking_link")
    @SequenceGenerator(name = "s_tracking_link", sequenceName = "s_tracking_link", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "working_for")
    private Long workingFor;
    private String token;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "revoked_at")
    private Instant revokedAt;
    @Column(name = "revoked_by")
    private String revokedBy;
    @Version
    private long version;

    protected TrackingLinkEntity() {
    }

    TrackingLinkEntity(long orderId, String token, Instant at, String by) {
        this.orderId = orderId;
        this.workingFor = orderId;
        this.token = token;
        this.createdAt = at;
        this.createdBy = by;
    }

    void revoke(Instant at, String by) {
        workingFor = null;
        revokedAt = at;
        revokedBy = by;
    }

    TrackingLink toLink() {
        return new TrackingLink(orderId, "/track/" + token, createdAt, createdBy);
    }
}
