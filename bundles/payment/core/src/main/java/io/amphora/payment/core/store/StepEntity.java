package io.amphora.payment.core.store;

import io.amphora.common.Money;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentStep;
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

/** A step of a payment as a row: there before a gateway is asked, so that it can be asked again. */
@Entity
@Table(name = "payment_step")
public class StepEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_payment_step")
    @SequenceGenerator(name = "s_payment_step", sequenceName = "s_payment_step", allocationSize = 500)
    private Long id;
    @Column(name = "payment_id")
    private long paymentId;
    @Column(name = "order_id")
    private long orderId;
    @Enumerated(EnumType.STRING)
    @Column(name = "step_action")
    private PaymentAction action;
    @Enumerated(EnumType.STRING)
    @Column(name = "step_state")
    private PaymentStep.State state;
    private String currency;
    private BigDecimal amount;
    @Column(name = "gateway_id")
    private String gatewayId;
    @Column(name = "gateway_key")
    private String gatewayKey;
    @Column(name = "request_key")
    private String requestKey;
    @Column(name = "request_print")
    private String requestPrint;
    @Column(name = "by_hand")
    private boolean byHand;
    private String reference;
    private String message;
    private String reason;
    private int attempts;
    @Column(name = "ask_after")
    private Instant askAfter;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Version
    private long version;

    protected StepEntity() {
    }

    /** @param gatewayId null for what is done by hand */
    public StepEntity(PaymentEntity payment, PaymentAction action, BigDecimal amount, String gatewayId, String gatewayKey, String requestKey, String requestPrint, String reason,
                      String by, Instant now) {
        paymentId = payment.id();
        orderId = payment.orderId();
        currency = payment.currency();
        this.action = action;
        this.amount = amount;
        this.gatewayId = gatewayId;
        this.gatewayKey = gatewayKey;
        this.requestKey = requestKey;
        this.requestPrint = requestPrint;
        this.reason = reason;
        byHand = gatewayId == null;
        state = PaymentStep.State.ASKING;
        askAfter = now;
        askedBy = by;
        askedAt = now;
    }

    /** Whoever asks the gateway now has until then; after that another may. */
    public void lease(Instant until) {
        state = PaymentStep.State.ASKING;
        askAfter = until;
    }

    /** No answer. */
    public void unanswered(String why, boolean counts, Instant again) {
        attempts += counts ? 1 : 0;
        message = why;
        askAfter = again;
    }

    public void forPerson(String why) {
        attempts++;
        message = why;
        state = PaymentStep.State.TO_CONFIRM;
    }

    /** @param by null if the gateway said so */
    public void end(boolean done, String newReference, String text, String by, Instant now) {
        state = done ? PaymentStep.State.DONE : PaymentStep.State.DECLINED;
        reference = newReference;
        message = text;
        endedBy = by;
        endedAt = now;
        attempts += by == null ? 1 : 0;
    }

    public Long id() {
        return id;
    }

    public long paymentId() {
        return paymentId;
    }

    public long orderId() {
        return orderId;
    }

    public PaymentAction action() {
        return action;
    }

    public PaymentStep.State state() {
        return state;
    }

    public BigDecimal amount() {
        return amount;
    }

    public Money money() {
        return Money.of(amount, currency);
    }

    public String gatewayId() {
        return gatewayId;
    }

    public String gatewayKey() {
        return gatewayKey;
    }

    public String requestPrint() {
        return requestPrint;
    }

    public String reason() {
        return reason;
    }

    /** Whether nobody knows yet what the gateway says, or that it is not there. */
    public boolean untried() {
        return attempts == 0 && message == null;
    }

    public int attempts() {
        return attempts;
    }

    public PaymentStep toStep() {
        return new PaymentStep(id, paymentId, action, state, money(), gatewayKey, byHand, reference, message, reason, attempts, askedBy, askedAt, endedAt, endedBy);
    }
}
