package io.amphora.payment.core.store;

import io.amphora.common.Problem;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines.StatementLine;
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

/** A line of a bank statement as a row. */
@Entity
@Table(name = "payment_line")
public class BankLineEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_payment_line")
    @SequenceGenerator(name = "s_payment_line", sequenceName = "s_payment_line", allocationSize = 500)
    private Long id;
    @Column(name = "line_key")
    private String lineKey;
    @Enumerated(EnumType.STRING)
    @Column(name = "line_state")
    private BankLine.State state;
    private String reference;
    private String payer;
    private BigDecimal amount;
    private String currency;
    @Column(name = "booked_on")
    private LocalDate bookedOn;
    @Column(name = "bank_id")
    private String bankId;
    private String reason;
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "payment_id")
    private Long paymentId;
    @Column(name = "read_at")
    private Instant readAt;
    @Column(name = "ended_by")
    private String endedBy;
    private String note;
    @Version
    private long version;

    protected BankLineEntity() {
    }

    public BankLineEntity(StatementLine line, String lineKey, Instant now) {
        this.lineKey = lineKey;
        reference = line.reference();
        payer = line.payer();
        amount = line.amount();
        currency = line.currency();
        bookedOn = line.bookedOn();
        bankId = line.bankId();
        readAt = now;
        state = BankLine.State.UNMATCHED;
    }

    public void matched(long order, String number, long payment, String by) {
        state = BankLine.State.MATCHED;
        orderId = order;
        orderNumber = number;
        paymentId = payment;
        endedBy = by;
        reason = null;
    }

    public void unmatched(Problem why) {
        state = BankLine.State.UNMATCHED;
        reason = Reasons.write(why);
    }

    /** Keeps why it fits no order. */
    public void dropped(String why, String by) {
        state = BankLine.State.DROPPED;
        note = why;
        endedBy = by;
    }

    public Long id() {
        return id;
    }

    public BankLine.State state() {
        return state;
    }

    public String reference() {
        return reference;
    }

    public BigDecimal amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    public long version() {
        return version;
    }

    public BankLine toLine() {
        return new BankLine(id, state, reference, payer, amount, currency, bookedOn, bankId, Reasons.read(reason), orderId, orderNumber, paymentId, readAt, endedBy, note, version);
    }
}
