package io.amphora.order.core;

import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.Schedule;
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
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/** A recurring order. */
@Entity
@Table(name = "order_plan")
public class PlanEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_plan")
    @SequenceGenerator(name = "s_order_plan", sequenceName = "s_order_plan", allocationSize = 500)
    private Long id;
    @Column(name = "template_id")
    private long templateId;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "customer_name")
    private String customerName;
    @Enumerated(EnumType.STRING)
    @Column(name = "every_unit")
    private Schedule.Unit unit;
    @Column(name = "every_count")
    private int every;
    @Column(name = "on_weekday")
    private Integer weekday;
    @Column(name = "on_day")
    private Integer day;
    @Column(name = "starts_on")
    private LocalDate startsOn;
    @Column(name = "ends_on")
    private LocalDate endsOn;
    @Column(name = "next_run")
    private LocalDate nextRun;
    private boolean paused;
    private boolean ended;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    private long version;

    protected PlanEntity() {
    }

    PlanEntity(long templateId, long customerId, String customerName, String by, Instant now) {
        this.templateId = templateId;
        this.customerId = customerId;
        this.customerName = customerName;
        createdBy = by;
        createdAt = now;
    }

    /** @param notBefore no day before this one */
    void schedule(Schedule s, LocalDate notBefore) {
        unit = s.unit();
        every = s.every();
        weekday = s.weekday() == null ? null : s.weekday().getValue();
        day = s.dayOfMonth();
        startsOn = s.startsOn();
        endsOn = s.endsOn();
        nextRun = s.after(notBefore.minusDays(1));
    }

    Schedule schedule() {
        return new Schedule(unit, every, weekday == null ? null : DayOfWeek.of(weekday), day, startsOn, endsOn);
    }

    /** On to the day after this one. */
    void passed(LocalDate done) {
        nextRun = schedule().after(done);
    }

    void paused(boolean now) {
        paused = now;
    }

    void end() {
        ended = true;
        nextRun = null;
    }

    long id() {
        return id;
    }

    long templateId() {
        return templateId;
    }

    long customerId() {
        return customerId;
    }

    LocalDate nextRun() {
        return nextRun;
    }

    boolean paused() {
        return paused;
    }

    boolean ended() {
        return ended;
    }

    String createdBy() {
        return createdBy;
    }

    long version() {
        return version;
    }

    OrderPlan toPlan(String templateName, int waiting) {
        return new OrderPlan(id, templateId, templateName, customerId, customerName, schedule(), nextRun, paused, waiting, createdBy, createdAt, version);
    }
}
