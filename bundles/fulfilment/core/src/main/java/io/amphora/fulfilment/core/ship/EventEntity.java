package io.amphora.fulfilment.core.ship;

import io.amphora.common.SearchText;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.fulfilment.api.TrackingStatus;
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

/** A tracking event. Never changed but for which parcel it is of and whether that has moved by it. */
@Entity
@Table(name = "tracking_event")
public class EventEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_tracking_event")
    @SequenceGenerator(name = "s_tracking_event", sequenceName = "s_tracking_event", allocationSize = 500)
    private Long id;
    @Column(name = "carrier_id")
    private String carrierId;
    @Column(name = "event_key")
    private String eventKey;
    @Column(name = "tracking_number")
    private String trackingNumber;
    @Column(name = "tracking_lower")
    private String trackingLower;
    @Enumerated(EnumType.STRING)
    @Column(name = "event_status")
    private TrackingStatus status;
    @Column(name = "happened_at")
    private Instant happenedAt;
    @Column(name = "received_at")
    private Instant receivedAt;
    private String place;
    @Column(name = "event_text")
    private String text;
    @Column(name = "told_by")
    private String toldBy;
    @Column(name = "dispatch_id")
    private Long dispatchId;
    @Column(name = "parcel_id")
    private Long parcelId;
    @Column(name = "parcel_no")
    private Integer parcelNumber;
    @Column(name = "to_apply")
    private int toApply;
    @Version
    private long version;

    protected EventEntity() {
    }

    EventEntity(String carrierId, String eventKey, CarrierEvent e, String by, Instant now) {
        this.carrierId = carrierId;
        this.eventKey = eventKey;
        trackingNumber = e.trackingNumber().isEmpty() ? null : e.trackingNumber();
        trackingLower = trackingNumber == null ? null : SearchText.key(trackingNumber, ParcelEntity.TRACKING);
        status = e.status();
        happenedAt = e.at();
        receivedAt = now;
        place = e.place();
        text = e.text();
        toldBy = by;
    }

    /** From now on it is known which parcel it is of. */
    EventEntity of(ParcelEntity parcel) {
        dispatchId = parcel.dispatch().id();
        parcelId = parcel.id();
        parcelNumber = parcel.number();
        toApply = 1;
        return this;
    }

    void applied() {
        toApply = 0;
    }

    String eventKey() {
        return eventKey;
    }

    TrackingStatus status() {
        return status;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    Long parcelId() {
        return parcelId;
    }

    TrackingEvent toEvent() {
        return new TrackingEvent(id, carrierId, trackingNumber, status, happenedAt, receivedAt, place, text, toldBy, parcelNumber);
    }
}
