package io.amphora.order.core;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry of an order's history. Never changed, so without a version. */
@Entity
@Table(name = "order_timeline")
public class TimelineEntity {
    private static final int TEXT = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_timeline")
    @SequenceGenerator(name = "s_order_timeline", sequenceName = "s_order_timeline", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "happened_at")
    private Instant at;
    private String who;
    private String what;
    @Column(name = "field_name")
    private String field;
    @Column(name = "old_text")
    private String before;
    @Column(name = "new_text")
    private String after;
    private String note;

    protected TimelineEntity() {
    }

    TimelineEntity(long orderId, Instant at, String who, String what, String field, String before, String after, String note) {
        this.orderId = orderId;
        this.at = at;
        this.who = who;
        this.what = what;
        this.field = field;
        this.before = Texts.cut(before, TEXT);
        this.after = Texts.cut(after, TEXT);
        this.note = note;
    }
}
