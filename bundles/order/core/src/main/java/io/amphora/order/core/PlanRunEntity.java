package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.order.api.OrderPlan;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One day of a recurring order; unique by plan and day. */
@Entity
@Table(name = "order_plan_run")
public class PlanRunEntity {
    private static final Duration AGAIN = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_plan_run")
    @SequenceGenerator(name = "s_order_plan_run", sequenceName = "s_order_plan_run", allocationSize = 500)
    private Long id;
    @Column(name = "plan_id")
    private long planId;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "run_state")
    private OrderPlan.RunState state;
    @Column(name = "order_id")
    private Long orderId;
    private String problems;
    private int attempts;
    @Column(name = "next_try")
    private Instant nextTry;
    private String note;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private long version;

    protected PlanRunEntity() {
    }

    PlanRunEntity(long planId, LocalDate dueOn, Instant now) {
        this.planId = planId;
        this.dueOn = dueOn;
        state = OrderPlan.RunState.WAITING;
        nextTry = now;
        changedAt = now;
    }

    void ordered(long order, Instant now) {
        state = OrderPlan.RunState.ORDERED;
        orderId = order;
        problems = null;
        nextTry = null;
        attempts++;
        changedAt = now;
    }

    void waits(List<Problem> found, Instant now) {
        problems = ProblemTexts.write(found);
        attempts++;
        nextTry = now.plus(AGAIN);
        changedAt = now;
    }

    void skipped(String why, Instant now) {
        state = OrderPlan.RunState.SKIPPED;
        note = why;
        nextTry = null;
        changedAt = now;
    }

    long id() {
        return id;
    }

    long planId() {
        return planId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    OrderPlan.RunState state() {
        return state;
    }

    long version() {
        return version;
    }

    OrderPlan.Run toRun() {
        return new OrderPlan.Run(id, planId, dueOn, state, orderId, ProblemTexts.read(problems), attempts, nextTry, note, changedAt, version);
    }
}
