package io.amphora.fulfilment.core.pick;

import io.amphora.fulfilment.api.PickState;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.WaveKind;
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

/** A wave as a row; its state and counts follow its lists. */
@Entity
@Table(name = "pick_wave")
public class WaveEntity {
    private static final long FIRST_NUMBER = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_pick_wave")
    @SequenceGenerator(name = "s_pick_wave", sequenceName = "s_pick_wave", allocationSize = 500)
    private Long id;
    @Column(name = "wave_number")
    private String number;
    @Enumerated(EnumType.STRING)
    @Column(name = "wave_kind")
    private WaveKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "wave_state")
    private PickState state = PickState.OPEN;
    private int ended;
    @Column(name = "order_count")
    private int orders;
    @Column(name = "list_count")
    private int lists;
    @Column(name = "item_count")
    private int items;
    @Column(name = "done_count")
    private int done;
    private String note;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private long version;

    protected WaveEntity() {
    }

    WaveEntity(WaveKind kind, int orders, String note, String by, Instant now) {
        this.kind = kind;
        this.orders = orders;
        this.note = note;
        createdBy = by;
        createdAt = now;
    }

    /** Gives the number; the id must be known. */
    void numbered() {
        number = "W-" + (FIRST_NUMBER + id);
    }

    void counts(int allLists, int allItems, int doneItems) {
        lists = allLists;
        items = allItems;
        done = doneItems;
    }

    void moveTo(PickState next, Instant now) {
        state = next;
        ended = next.isFinal() ? 1 : 0;
        endedAt = next.isFinal() ? now : null;
    }

    Long id() {
        return id;
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

    Wave toWave() {
        return new Wave(id, number, kind, state, orders, lists, items, done, note, createdAt, createdBy, endedAt, version);
    }
}
