package io.amphora.inventory.core;

import io.amphora.inventory.api.Movement;
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
import java.math.BigDecimal;
import java.time.Instant;

/** An entry of the ledger as a row: no setters. */
@Entity
@Table(name = "stock_movement")
public class MovementEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_stock_movement")
    @SequenceGenerator(name = "s_stock_movement", sequenceName = "s_stock_movement", allocationSize = 500)
    private Long id;
    @Column(name = "moved_at")
    private Instant at;
    @Column(name = "moved_by")
    private String who;
    private String sku;
    @Column(name = "location_id")
    private long locationId;
    @Enumerated(EnumType.STRING)
    private Movement.Kind kind;
    private BigDecimal quantity;
    @Column(name = "on_hand_after")
    private BigDecimal onHandAfter;
    private String reason;
    private String reference;
    @Version
    private long version;

    protected MovementEntity() {
    }

    /** @param after of on hand */
    MovementEntity(Instant at, String who, LevelKey level, Movement.Kind kind, BigDecimal quantity, BigDecimal after, String reason, String reference) {
        this.at = at;
        this.who = who;
        this.sku = level.sku();
        this.locationId = level.locationId();
        this.kind = kind;
        this.quantity = quantity;
        this.onHandAfter = after;
        this.reason = reason;
        this.reference = reference;
    }

    Movement toMovement() {
        return new Movement(id, at, who, sku, locationId, kind, quantity, onHandAfter, reason, reference);
    }
}
