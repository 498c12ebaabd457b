package io.amphora.fulfilment.core.pick;

import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** A pick list as a row. Scans change its items only, so that two pickers do not stand in each other's way. */
@Entity
@Table(name = "pick_list")
public class PickListEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_pick_list")
    @SequenceGenerator(name = "s_pick_list", sequenceName = "s_pick_list", allocationSize = 500)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "wave_id")
    private WaveEntity wave;
    @Column(name = "list_number")
    private String number;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "location_id")
    private long locationId;
    @Column(name = "location_name")
    private String location;
    @Column(name = "zone_text")
    private String zone;
    @Enumerated(EnumType.STRING)
    @Column(name = "list_state")
    private PickState state = PickState.OPEN;
    private int ended;
    private String picker;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private long version;

    protected PickListEntity() {
    }

    PickListEntity(WaveEntity wave, String number, String orderNumber, long locationId, String location, String zone) {
        this.wave = wave;
        this.number = number;
        this.orderNumber = orderNumber;
        this.locationId = locationId;
        this.location = location;
        this.zone = zone;
    }

    void started(String by, Instant now) {
        state = PickState.PICKING;
        picker = by;
        startedAt = startedAt == null ? now : startedAt;
    }

    void released() {
        state = PickState.OPEN;
        picker = null;
    }

    void end(PickState how, Instant now) {
        state = how;
        ended = 1;
        endedAt = now;
    }

    Long id() {
        return id;
    }

    String location() {
        return location;
    }

    String picker() {
        return picker;
    }

    WaveEntity wave() {
        return wave;
    }

    String number() {
        return number;
    }

    PickState state() {
        return state;
    }

    long version() {
        return version;
    }

    PickList toList(List<PickItem> items) {
        return new PickList(id, number, wave.id(), wave.number(), orderNumber, locationId, location, zone, state, picker, items, startedAt, endedAt, version);
    }
}
