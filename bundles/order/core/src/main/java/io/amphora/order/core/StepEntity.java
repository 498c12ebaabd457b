package io.amphora.order.core;

import io.amphora.order.api.OrderApprovals;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One step of an order's approval; says itself who decides, so that rules may change. */
@Entity(name = "OrderStepEntity") // payments have steps, too
@Table(name = "order_approval")
public class StepEntity {
    enum State {
        /** Its turn comes later. */
        LATER, NEXT, DONE,
        /** Overtaken: the order was changed, turned down or cancelled. */
        VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_approval")
    @SequenceGenerator(name = "s_order_approval", sequenceName = "s_order_approval", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "step_no")
    private int step;
    @Column(name = "rule_id")
    private long ruleId;
    @Column(name = "rule_name")
    private String rule;
    @Column(name = "role_name")
    private String role;
    private String person;
    private Integer hours;
    @Column(name = "escalate_to")
    private String escalateTo;
    @Enumerated(EnumType.STRING)
    @Column(name = "step_state")
    private State state = State.LATER;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "escalated_at")
    private Instant escalatedAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "on_behalf_of")
    private String onBehalfOf;
    @Column(name = "decided_at")
    private Instant decidedAt;
    private String reason;
    @Version
    private long version;

    protected StepEntity() {
    }

    private StepEntity(long orderId, int step, NeededStep needed) {
        this.orderId = orderId;
        this.step = step;
        this.ruleId = needed.ruleId();
        this.rule = needed.rule();
        this.role = needed.role();
        this.person = needed.person();
        this.hours = needed.hours();
        this.escalateTo = needed.escalateTo();
    }

    /** The steps that were found to be needed, numbered; the turn of the first one has come. */
    static List<StepEntity> of(long orderId, Collection<Found> found, Instant now) {
        List<StepEntity> steps = new ArrayList<>();
        found.stream().map(Found::step).filter(Objects::nonNull).sorted(Comparator.comparingInt(NeededStep::step).thenComparingLong(NeededStep::ruleId))
                .forEach(s -> steps.add(new StepEntity(orderId, steps.size() + 1, s)));
        if (!steps.isEmpty()) {
            steps.get(0).begin(now);
        }
        return steps;
    }

    void begin(Instant now) {
        state = State.NEXT;
        dueAt = hours == null ? null : now.plus(Duration.ofHours(hours));
    }

    void decide(String by, String insteadOf, String why, Instant now) {
        state = State.DONE;
        decidedBy = by;
        onBehalfOf = insteadOf;
        reason = why;
        decidedAt = now;
    }

    void overtaken() {
        state = State.VOID;
    }

    void escalate(Instant now) {
        escalatedAt = now;
    }

    long id() {
        return id;
    }

    long orderId() {
        return orderId;
    }

    int step() {
        return step;
    }

    long ruleId() {
        return ruleId;
    }

    String rule() {
        return rule;
    }

    State state() {
        return state;
    }

    String role() {
        return role;
    }

    String person() {
        return person;
    }

    String decidedBy() {
        return decidedBy;
    }

    /** Who may decide, too, since the deadline is over; null if it is not. */
    String escalatedTo() {
        return escalatedAt == null ? null : escalateTo;
    }

    OrderApprovals.Step toStep() {
        return new OrderApprovals.Step(id, orderId, step, rule, role, person, dueAt, escalatedAt, escalatedTo(), decidedBy, onBehalfOf, decidedAt, reason);
    }
}
