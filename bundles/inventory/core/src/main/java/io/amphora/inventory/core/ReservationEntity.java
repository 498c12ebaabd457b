package io.amphora.inventory.core;

import io.amphora.inventory.api.Reservations.Held;
import io.amphora.inventory.api.Reservations.Wanted;
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

/** A claim of an order line on stock at one location. */
@Entity
@Table(name = "stock_reservation")
public class ReservationEntity {
    enum State {
        RESERVED, RELEASED, CONSUMED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_stock_reservation")
    @SequenceGenerator(name = "s_stock_reservation", sequenceName = "s_stock_reservation", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "line_id")
    private long lineId;
    private String sku;
    @Column(name = "location_id")
    private long locationId;
    private BigDecimal quantity;
    @Column(name = "per_kit")
    private BigDecimal perKit;
    @Enumerated(EnumType.STRING)
    private State state = State.RESERVED;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Version
    private long version;

    protected ReservationEntity() {
    }

    ReservationEntity(long orderId, Claims.Need need, long locationId, Instant createdAt) {
        this.orderId = orderId;
        this.lineId = need.line().lineId();
        this.sku = need.sku();
        this.quantity = need.quantity();
        this.perKit = need.each();
        this.locationId = locationId;
        this.createdAt = createdAt;
    }

    /** @param ofLine how much of the line goes @return the claim of the other line, to be kept */
    ReservationEntity split(long otherLine, BigDecimal ofLine, Instant now) {
        BigDecimal part = perKit == null ? ofLine : ofLine.multiply(perKit);
        if (part.signum() <= 0 || part.compareTo(quantity) >= 0) {
            throw new IllegalArgumentException(part + " of " + quantity);
        }
        quantity = quantity.subtract(part);
        return new ReservationEntity(orderId, new Claims.Need(new Wanted(otherLine, sku, part), sku, part, perKit), locationId, now);
    }

    Held toHeld() {
        return new Held(orderId, lineId, sku, locationId, Quantities.plain(quantity), perKit == null ? null : Quantities.plain(perKit));
    }

    void transfer(long newOrderId) {
        orderId = newOrderId;
    }

    void moveTo(long newLocationId) {
        locationId = newLocationId;
    }

    void end(State how) {
        state = how;
    }

    long lineId() {
        return lineId;
    }

    String sku() {
        return sku;
    }

    long locationId() {
        return locationId;
    }

    BigDecimal quantity() {
        return quantity;
    }
}
