package io.amphora.fulfilment.core.ship;

import io.amphora.common.SearchText;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentRow;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.order.api.Order;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A shipment as a row; its state follows its parcels once it has left. The order domain has a table of what left, too: this one points there. */
@Entity
@Table(name = "dispatch")
public class DispatchEntity {
    private static final long FIRST_NUMBER = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_dispatch")
    @SequenceGenerator(name = "s_dispatch", sequenceName = "s_dispatch", allocationSize = 500)
    private Long id;
    @Column(name = "dispatch_number")
    private String number;
    @Column(name = "number_lower")
    private String numberLower;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "order_lower")
    private String orderLower;
    @Column(name = "customer_name")
    private String customerName;
    @Column(name = "location_id")
    private Long locationId;
    @Enumerated(EnumType.STRING)
    @Column(name = "dispatch_state")
    private ShipmentState state = ShipmentState.PREPARING;
    @Enumerated(EnumType.STRING)
    private ShipmentAction pending;
    @Column(name = "carrier_id")
    private String carrierId;
    @Column(name = "carrier_title")
    private String carrierTitle;
    private String service;
    private String reference;
    @Column(name = "expected_on")
    private LocalDate expectedOn;
    @Column(name = "late_since")
    private Instant lateSince;
    private int troubled;
    @Column(name = "given_up")
    private int givenUp;
    @Column(name = "order_shipment_id")
    private Long orderShipmentId;
    @Column(name = "tracking_number")
    private String trackingNumber;
    @Column(name = "parcel_count")
    private int parcelCount;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "shipped_at")
    private Instant shippedAt;
    @Column(name = "delivered_at")
    private Instant deliveredAt;
    @Column(name = "heard_at")
    private Instant heardAt;
    @Column(name = "poll_after")
    private Instant pollAfter;
    private String problem;
    @Version
    private long version;
    @OneToMany(mappedBy = "dispatch", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<ParcelEntity> parcels = new ArrayList<>();

    protected DispatchEntity() {
    }

    DispatchEntity(Order order, String by, Instant now) {
        orderId = order.id();
        orderNumber = order.number();
        orderLower = SearchText.key(order.number(), 60);
        customerName = order.customerName();
        locationId = order.locationId();
        createdBy = by;
        createdAt = now;
        changedAt = now;
    }

    /** Gives the number; the id must be known. */
    void numbered() {
        number = "S-" + (FIRST_NUMBER + id);
        numberLower = SearchText.key(number, 40);
    }

    /** Derives what depends on the parcels; the head always changes, so its version stands for the whole shipment. */
    void touched(Instant now) {
        parcelCount = parcels.size();
        trackingNumber = parcels.stream().map(ParcelEntity::trackingNumber).filter(Objects::nonNull).findFirst().orElse(null);
        troubled = state.underWay() && !isGivenUp() && (lateSince != null || state == ShipmentState.LOST || state == ShipmentState.EXCEPTION) ? 1 : 0;
        changedAt = changedAt != null && !now.isAfter(changedAt) ? changedAt.plusNanos(1000) : now;
    }

    /** Lost, and its order waits for it no more: nobody need look after it. */
    void givenUp(Instant now) {
        givenUp = 1;
        touched(now);
    }

    /** Until something is heard of it again. */
    boolean isGivenUp() {
        return givenUp == 1 && state == ShipmentState.LOST;
    }

    /** A carrier is being asked. */
    void asking(ShipmentAction what) {
        pending = what;
        problem = null;
    }

    void by(String carrier, String title, String how) {
        carrierId = carrier;
        carrierTitle = title;
        service = how;
    }

    /** The carrier is not asked any more. @param why null if all went well */
    void asked(String why) {
        pending = null;
        problem = why;
    }

    void trouble(String why) {
        problem = why;
    }

    void labelled(String ref, LocalDate expected) {
        reference = ref;
        expectedOn = expected;
        all(ShipmentState.LABELLED);
    }

    void unlabelled() {
        by(null, null, null);
        reference = null;
        expectedOn = null;
        parcels.forEach(ParcelEntity::unlabelled);
        all(ShipmentState.PREPARING);
    }

    void cancelled() {
        all(ShipmentState.CANCELLED);
    }

    /** It left the house. */
    void left(long shipmentOfOrder, Instant at) {
        orderShipmentId = shipmentOfOrder;
        shippedAt = at;
        heardAt = at;
        problem = null;
        all(ShipmentState.SHIPPED);
    }

    private void all(ShipmentState to) {
        state = to;
        parcels.forEach(p -> p.moveTo(to));
    }

    /** The parcels have moved. @param heard when the last of it happened; @param arrived when the last was delivered; null if nothing did or was */
    void follow(Instant heard, Instant arrived, Instant now) {
        state = ShipmentState.ofParcels(parcels.stream().map(ParcelEntity::state).toList());
        heardAt = heard == null || heardAt != null && heard.isBefore(heardAt) ? heardAt : heard;
        deliveredAt = state == ShipmentState.DELIVERED ? arrived : null;
        if (state.isFinal()) {
            lateSince = null;
            pollAfter = null;
        }
        touched(now);
    }

    /** @return whether it has become late now */
    boolean judge(LocalDate today, Instant now, int lateDays) {
        boolean overdue = expectedOn != null && expectedOn.isBefore(today);
        boolean silent = heardAt != null && heardAt.isBefore(now.minus(Duration.ofDays(lateDays)));
        boolean late = state.underWay() && (overdue || silent);
        boolean became = late && lateSince == null;
        lateSince = !late ? null : became ? now : lateSince;
        return became;
    }

    void pollAfter(Instant next) {
        pollAfter = next;
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    long orderId() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    Long orderShipmentId() {
        return orderShipmentId;
    }

    ShipmentState state() {
        return state;
    }

    ShipmentAction pending() {
        return pending;
    }

    String carrierId() {
        return carrierId;
    }

    String carrierTitle() {
        return carrierTitle;
    }

    String service() {
        return service;
    }

    String reference() {
        return reference;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    Instant shippedAt() {
        return shippedAt;
    }

    long version() {
        return version;
    }

    List<ParcelEntity> parcels() {
        return parcels;
    }

    Shipment toShipment() {
        return new Shipment(id, number, orderId, orderNumber, customerName, locationId, state, pending, carrierId, carrierTitle, service, reference, expectedOn, lateSince, orderShipmentId,
                parcels.stream().map(ParcelEntity::toParcel).toList(), createdAt, createdBy, shippedAt, deliveredAt, heardAt, problem, version);
    }

    ShipmentRow toRow() {
        return new ShipmentRow(id, number, orderId, orderNumber, customerName, state, pending, carrierTitle, service, trackingNumber, parcelCount, expectedOn, lateSince, shippedAt, heardAt,
                problem, version);
    }
}
