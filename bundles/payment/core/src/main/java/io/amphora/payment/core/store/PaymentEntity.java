package io.amphora.payment.core.store;

import io.amphora.common.Money;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A payment as a row. Changes only by what {@link PaymentAction} allows; the callers check that. */
@Entity
@Table(name = "payment")
public class PaymentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_payment")
    @SequenceGenerator(name = "s_payment", sequenceName = "s_payment", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "customer_id")
    private Long customerId;
    @Enumerated(EnumType.STRING)
    @Column(name = "payment_kind")
    private PaymentKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "payment_method")
    private PaymentMethod method;
    @Column(name = "gateway_id")
    private String gatewayId;
    @Column(name = "gateway_title")
    private String gatewayTitle;
    @Enumerated(EnumType.STRING)
    @Column(name = "payment_state")
    private PaymentState state;
    @Column(name = "is_open")
    private boolean open;
    private String currency;
    private BigDecimal amount;
    private BigDecimal captured = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private BigDecimal refunding = BigDecimal.ZERO;
    @Column(name = "due_on")
    private LocalDate dueOn;
    private String reference;
    private String note;
    @Column(name = "pending_step")
    private Long pendingStep;
    @Enumerated(EnumType.STRING)
    @Column(name = "pending_action")
    private PaymentAction pending;
    @Enumerated(EnumType.STRING)
    @Column(name = "pending_state")
    private PaymentStep.State pendingState;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "request_key")
    private String requestKey = unasked();
    @Column(name = "request_print")
    private String requestPrint = "";
    @Version
    private long version;

    /** Nobody asked for it under a key. Begins with the time, so that new rows meet in the index. */
    private static String unasked() {
        return Long.toHexString(System.currentTimeMillis()) + "-" + UUID.randomUUID();
    }

    protected PaymentEntity() {
    }

    public PaymentEntity(AccountEntity account, PaymentKind kind, PaymentMethod method, BigDecimal amount, LocalDate dueOn, String note, String by, Instant now) {
        orderId = account.orderId();
        orderNumber = account.orderNumber();
        customerId = account.customerId();
        currency = account.currency();
        this.kind = kind;
        this.method = method;
        this.amount = amount;
        this.dueOn = dueOn;
        this.note = note;
        createdBy = by;
        createdAt = now;
        to(PaymentState.DUE, now);
    }

    private void to(PaymentState next, Instant now) {
        state = next;
        open = next == PaymentState.DUE || next == PaymentState.AUTHORISED;
        changedAt = now;
    }

    /** A part of what was received, now for another order; a gateway gives it back under the same reference. @param received of {@link #refundable} */
    public PaymentEntity parted(AccountEntity other, BigDecimal received, String by, Instant now) {
        PaymentEntity part = new PaymentEntity(other, kind, method, received, dueOn, note, by, now);
        part.gatewayId = gatewayId;
        part.gatewayTitle = gatewayTitle;
        part.captured(received, reference, now);
        captured = captured.subtract(received);
        amount = amount.subtract(received).max(captured);
        if (refunded.signum() != 0) {
            to(refunded.compareTo(captured) == 0 ? PaymentState.REFUNDED : PaymentState.PARTLY_REFUNDED, now);
        }
        changedAt = now;
        return part;
    }

    /** All of it is another order's now. */
    public void moved(AccountEntity other, Instant now) {
        orderId = other.orderId();
        orderNumber = other.orderNumber();
        customerId = other.customerId();
        changedAt = now;
    }

    /** What tells the request that made it from others. */
    public void requested(String key, String print) {
        requestKey = key;
        requestPrint = print;
    }

    public String requestPrint() {
        return requestPrint;
    }

    /** Only what is still due. */
    public void ask(BigDecimal newAmount, LocalDate newDate, Instant now) {
        if (amount.compareTo(newAmount) != 0 || !Objects.equals(dueOn, newDate)) {
            amount = newAmount;
            dueOn = newDate;
            changedAt = now;
        }
    }

    public void through(String gateway, String title) {
        method = PaymentMethod.GATEWAY;
        gatewayId = gateway;
        gatewayTitle = title;
    }

    /** A gateway is to be asked. */
    public void awaits(StepEntity step, Instant now) {
        pendingStep = step.id();
        pending = step.action();
        pendingState = step.state();
        if (pending == PaymentAction.REFUND) {
            refunding = refunding.add(step.amount());
        }
        changedAt = now;
    }

    /** The pending step got further without ending. */
    public void awaited(PaymentStep.State now, Instant at) {
        pendingState = now;
        changedAt = at;
    }

    /** The pending step ended. */
    public void answered(BigDecimal stepAmount, Instant now) {
        if (pending == PaymentAction.REFUND) {
            refunding = refunding.subtract(stepAmount);
        }
        pendingStep = null;
        pending = null;
        pendingState = null;
        changedAt = now;
    }

    public void authorised(String newReference, Instant now) {
        refer(newReference);
        to(PaymentState.AUTHORISED, now);
    }

    public void failed(Instant now) {
        to(PaymentState.FAILED, now);
    }

    public void captured(BigDecimal received, String newReference, Instant now) {
        captured = received;
        refer(newReference);
        to(PaymentState.PAID, now);
    }

    /** It comes without a gateway. */
    public void by(PaymentMethod other) {
        method = other;
        gatewayId = null;
        gatewayTitle = null;
    }

    public void voided(Instant now) {
        to(PaymentState.VOIDED, now);
    }

    public void refunded(BigDecimal given, Instant now) {
        refunded = refunded.add(given);
        to(refunded.compareTo(captured) == 0 ? PaymentState.REFUNDED : PaymentState.PARTLY_REFUNDED, now);
    }

    private void refer(String newReference) {
        reference = newReference == null ? reference : newReference;
    }

    public Long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    /** Null where no gateway takes part. */
    public String gatewayTitle() {
        return gatewayTitle;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public PaymentKind kind() {
        return kind;
    }

    public PaymentMethod method() {
        return method;
    }

    public Long customerId() {
        return customerId;
    }

    public String gatewayId() {
        return gatewayId;
    }

    public PaymentState state() {
        return state;
    }

    public String currency() {
        return currency;
    }

    public BigDecimal amount() {
        return amount;
    }

    public BigDecimal captured() {
        return captured;
    }

    public BigDecimal refunded() {
        return refunded;
    }

    public BigDecimal refundable() {
        return captured.subtract(refunded).subtract(refunding);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public String reference() {
        return reference;
    }

    public Long pendingStep() {
        return pendingStep;
    }

    public long version() {
        return version;
    }

    public Payment toPayment() {
        return new Payment(id, orderId, orderNumber, customerId, kind, method, gatewayId, gatewayTitle, state, money(amount), money(captured), money(refunded), money(refunding), dueOn,
                reference, note, pending, pendingState, createdAt, createdBy, changedAt, version);
    }

    private Money money(BigDecimal value) {
        return Money.of(value, currency);
    }
}
