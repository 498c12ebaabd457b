package io.amphora.fulfilment.core.ship;

import io.amphora.common.SearchText;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A parcel of a shipment. */
@Entity
@Table(name = "dispatch_parcel")
public class ParcelEntity {
    static final int TRACKING = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_dispatch_parcel")
    @SequenceGenerator(name = "s_dispatch_parcel", sequenceName = "s_dispatch_parcel", allocationSize = 500)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dispatch_id")
    private DispatchEntity dispatch;
    @Column(name = "parcel_no")
    private int number;
    private String sscc;
    @Column(name = "tracking_number")
    private String trackingNumber;
    @Column(name = "tracking_lower")
    private String trackingLower;
    @Enumerated(EnumType.STRING)
    @Column(name = "parcel_state")
    private ShipmentState state = ShipmentState.PREPARING;
    @Column(name = "weight_kg")
    private BigDecimal weightKg;
    @Column(name = "length_cm")
    private BigDecimal lengthCm;
    @Column(name = "width_cm")
    private BigDecimal widthCm;
    @Column(name = "height_cm")
    private BigDecimal heightCm;
    @Column(name = "has_label")
    private boolean label;
    @Version
    private long version;
    @OneToMany(mappedBy = "parcel", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("lineNo")
    private List<ItemEntity> items = new ArrayList<>();

    protected ParcelEntity() {
    }

    ParcelEntity(DispatchEntity dispatch, int number, String sscc) {
        this.dispatch = dispatch;
        this.number = number;
        this.sscc = sscc;
    }

    void measured(NewParcel as) {
        weightKg = as.weightKg();
        lengthCm = as.lengthCm();
        widthCm = as.widthCm();
        heightCm = as.heightCm();
    }

    void labelled(String tracking, boolean withLabel) {
        trackingNumber = tracking;
        trackingLower = tracking == null ? null : SearchText.key(tracking, TRACKING);
        label = withLabel;
    }

    void unlabelled() {
        labelled(null, false);
    }

    void moveTo(ShipmentState next) {
        state = next;
    }

    Long id() {
        return id;
    }

    int number() {
        return number;
    }

    String sscc() {
        return sscc;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    String trackingLower() {
        return trackingLower;
    }

    ShipmentState state() {
        return state;
    }

    BigDecimal weightKg() {
        return weightKg;
    }

    List<ItemEntity> items() {
        return items;
    }

    DispatchEntity dispatch() {
        return dispatch;
    }

    Shipment.Parcel toParcel() {
        return new Shipment.Parcel(id == null ? 0 : id, number, sscc, trackingNumber, state, weightKg, lengthCm, widthCm, heightCm, label, items.stream().map(ItemEntity::toItem).toList());
    }
}
