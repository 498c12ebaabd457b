package io.amphora.returns.core.store;

import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.returns.api.Return;
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

/** One thing a settlement has to do, as a row. */
@Entity
@Table(name = "return_step")
public class ReturnStepEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_return_step")
    @SequenceGenerator(name = "s_return_step", sequenceName = "s_return_step", allocationSize = 500)
    private Long id;
    @Column(name = "return_id")
    private long returnId;
    @Enumerated(EnumType.STRING)
    @Column(name = "step_kind")
    private Return.Step.Kind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "step_state")
    private Return.Step.State state = Return.Step.State.TODO;
    @Column(name = "payment_id")
    private Long paymentId;
    private BigDecimal amount;
    @Column(name = "by_hand")
    private boolean byHand;
    @Column(name = "step_key")
    private String key;
    private String problem;
    private int attempts;
    @Column(name = "do_after")
    private Instant doAfter;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private long version;

    protected ReturnStepEntity() {
    }

    /** @param lease until then whoever made it does it */
    public ReturnStepEntity(long returnId, Return.Step.Kind kind, Long paymentId, BigDecimal amount, boolean byHand, String key, Instant lease) {
        this.returnId = returnId;
        this.kind = kind;
        this.paymentId = paymentId;
        this.amount = amount;
        this.byHand = byHand;
        this.key = key;
        doAfter = lease;
    }

    /** Whoever does it now has until then. */
    public void lease(Instant until) {
        doAfter = until;
    }

    public void done(Instant now) {
        state = Return.Step.State.DONE;
        problem = null;
        endedAt = now;
    }

    public void waits(Instant again) {
        state = Return.Step.State.WAITING;
        attempts++;
        doAfter = again;
    }

    public void failed(Problem why) {
        state = Return.Step.State.FAILED;
        problem = Reasons.write(why);
    }

    public Long id() {
        return id;
    }

    public long returnId() {
        return returnId;
    }

    public Return.Step.Kind kind() {
        return kind;
    }

    public Return.Step.State state() {
        return state;
    }

    public Long paymentId() {
        return paymentId;
    }

    public BigDecimal amount() {
        return amount;
    }

    public boolean byHand() {
        return byHand;
    }

    public String key() {
        return key;
    }

    public int attempts() {
        return attempts;
    }

    public Return.Step toStep(String currency) {
        return new Return.Step(id, kind, state, paymentId, amount == null ? null : Money.of(amount, currency).rounded(), byHand, Reasons.read(problem), endedAt);
    }
}
