package io.amphora.returns.core.store;

import io.amphora.common.Money;
import io.amphora.order.api.Order;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.ReturnState;
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
import java.util.List;

/** A return and its settlement as a row. Changes only by what the transition table allows; the callers check that. */
@Entity
@Table(name = "return_request")
public class ReturnEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_return")
    @SequenceGenerator(name = "s_return", sequenceName = "s_return", allocationSize = 500)
    private Long id;
    @Column(name = "return_number")
    private String number;
    @Enumerated(EnumType.STRING)
    @Column(name = "return_kind")
    private ReturnKind kind;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "paid_order_id")
    private long paidOrderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "customer_name")
    private String customerName;
    private String currency;
    @Enumerated(EnumType.STRING)
    @Column(name = "return_state")
    private ReturnState state;
    @Column(name = "is_open")
    private boolean open;
    @Enumerated(EnumType.STRING)
    private ReturnOutcome wanted;
    private String note;
    private String carrier;
    @Column(name = "tracking_number")
    private String trackingNumber;
    @Column(name = "override_reason")
    private String overrideReason;
    @Column(name = "line_count")
    private int lines;
    private BigDecimal quantity;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decision_reason")
    private String decisionReason;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Enumerated(EnumType.STRING)
    private ReturnOutcome outcome;
    private BigDecimal goods;
    private BigDecimal charges;
    private BigDecimal fee;
    private BigDecimal credit;
    @Column(name = "give_back")
    private BigDecimal giveBack;
    @Column(name = "by_hand")
    private boolean byHand;
    @Column(name = "new_lines")
    private String newLines;
    @Column(name = "new_order_id")
    private Long newOrderId;
    @Column(name = "new_order_number")
    private String newOrderNumber;
    @Column(name = "settle_note")
    private String settleNote;
    @Column(name = "settled_at")
    private Instant settledAt;
    @Column(name = "settled_by")
    private String settledBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "request_key")
    private String requestKey;
    @Column(name = "request_print")
    private String requestPrint;
    @Version
    private long version;

    protected ReturnEntity() {
    }

    public ReturnEntity(String number, ReturnKind kind, Order order, ReturnOutcome wanted, String note, String overrideReason, String by, Instant now) {
        this.number = number;
        this.kind = kind;
        orderId = order.id();
        paidOrderId = order.id();
        orderNumber = order.number();
        customerId = order.customerId();
        customerName = order.customerName();
        currency = order.total().currency().getCurrencyCode();
        this.wanted = wanted;
        this.note = note;
        this.overrideReason = overrideReason;
        createdBy = by;
        createdAt = now;
        to(ReturnState.REQUESTED, now);
    }

    /** What tells the request that made it from others, and how much it is about. */
    public void requested(String key, String print, int lineCount, BigDecimal sum) {
        requestKey = key;
        requestPrint = print;
        lines = lineCount;
        quantity = sum;
    }

    public void to(ReturnState next, Instant now) {
        state = next;
        open = !next.isFinal();
        changedAt = now;
    }

    public void decided(ReturnState next, String by, String reason, Instant now) {
        decidedBy = by;
        decidedAt = now;
        decisionReason = reason;
        to(next, now);
    }

    public void sent(String by, String tracking, Instant now) {
        carrier = by;
        trackingNumber = tracking;
        to(ReturnState.IN_TRANSIT, now);
    }

    /** @param lineJson of the new order, null if there is none */
    public void settle(ReturnOutcome what, Sums sums, boolean hand, String lineJson, String why, String by, Instant now) {
        outcome = what;
        goods = sums.goods();
        charges = sums.charges();
        fee = sums.fee();
        credit = sums.credit();
        giveBack = BigDecimal.ZERO;
        byHand = hand;
        newLines = lineJson;
        settleNote = why;
        settledBy = by;
        settledAt = now;
        to(ReturnState.SETTLING, now);
    }

    /** The settlement cannot be: as if it never was. */
    public void unsettle(Instant now) {
        outcome = null;
        goods = null;
        charges = null;
        fee = null;
        credit = null;
        giveBack = null;
        newLines = null;
        settleNote = null;
        settledBy = null;
        settledAt = null;
        to(ReturnState.INSPECTED, now);
    }

    public void givesBack(BigDecimal amount) {
        giveBack = amount;
    }

    public void byHand(boolean hand) {
        byHand = hand;
    }

    public void ordered(long order, String orderNo) {
        newOrderId = order;
        newOrderNumber = orderNo;
    }

    public void completed(Instant now) {
        endedAt = now;
        to(ReturnState.COMPLETED, now);
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public ReturnKind kind() {
        return kind;
    }

    public long orderId() {
        return orderId;
    }

    /** The order whose payments the goods were paid with. */
    public long paidOrderId() {
        return paidOrderId;
    }

    public void paidWith(long order) {
        paidOrderId = order;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public Long customerId() {
        return customerId;
    }

    public String currency() {
        return currency;
    }

    public ReturnState state() {
        return state;
    }

    public String createdBy() {
        return createdBy;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public ReturnOutcome outcome() {
        return outcome;
    }

    public BigDecimal credit() {
        return credit;
    }

    public BigDecimal giveBack() {
        return giveBack;
    }

    public boolean byHand() {
        return byHand;
    }

    public String newLines() {
        return newLines;
    }

    public Long newOrderId() {
        return newOrderId;
    }

    public String settleNote() {
        return settleNote;
    }

    public String settledBy() {
        return settledBy;
    }

    public String requestPrint() {
        return requestPrint;
    }

    public long version() {
        return version;
    }

    public Return toReturn(List<Return.Line> allLines, List<Return.Step> steps) {
        Return.Settlement settlement = outcome == null ? null : new Return.Settlement(outcome, money(goods), money(charges), money(fee), money(credit), money(giveBack), newOrderId,
                newOrderNumber, settleNote, settledAt, settledBy, endedAt, steps);
        return new Return(id, number, kind, orderId, orderNumber, customerId, customerName, currency, state, wanted, note, carrier, trackingNumber, overrideReason, createdAt, createdBy,
                decidedAt, decidedBy, decisionReason, changedAt, allLines, settlement, version);
    }

    public ReturnRow toRow() {
        return new ReturnRow(id, number, kind, orderId, orderNumber, customerId, customerName, state, wanted, lines, quantity.stripTrailingZeros(), outcome == null ? null : money(credit), createdAt, version);
    }

    private Money money(BigDecimal value) {
        return Money.of(value, currency).rounded();
    }
}
