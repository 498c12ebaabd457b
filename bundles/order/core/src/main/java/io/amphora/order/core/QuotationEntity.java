package io.amphora.order.core;

import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
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

/** An offer. What is offered stands in its draft order. */
@Entity
@Table(name = "order_quotation")
public class QuotationEntity {
    private static final long FIRST_NUMBER = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_quotation")
    @SequenceGenerator(name = "s_order_quotation", sequenceName = "s_order_quotation", allocationSize = 500)
    private Long id;
    @Column(name = "quotation_number")
    private String number;
    @Column(name = "order_id")
    private long orderId;
    @Enumerated(EnumType.STRING)
    @Column(name = "quotation_status")
    private QuotationStatus status = QuotationStatus.OPEN;
    @Column(name = "valid_until")
    private LocalDate validUntil;
    @Column(name = "decline_reason")
    private String reason;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Version
    private long version;

    protected QuotationEntity() {
    }

    QuotationEntity(long orderId, LocalDate validUntil, String by, Instant now) {
        this.orderId = orderId;
        this.validUntil = validUntil;
        createdBy = by;
        createdAt = now;
        number = "";
    }

    /** Gives the number; the id must be known. */
    void numbered() {
        number = "Q-" + (FIRST_NUMBER + id);
    }

    void validUntil(LocalDate day) {
        validUntil = day;
    }

    void did(QuotationAction action, Instant now, String why) {
        status = action.to();
        reason = why;
        if (action == QuotationAction.SEND) {
            sentAt = now;
        }
        decidedAt = status.isFinal() || status == QuotationStatus.EXPIRED ? now : null;
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    long orderId() {
        return orderId;
    }

    QuotationStatus status() {
        return status;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    long version() {
        return version;
    }

    Quotation toQuotation(String orderNumber, Long customerId, String customerName, BigDecimal total, String currency) {
        return new Quotation(id, number, orderId, orderNumber, customerId, customerName, Numbers.money(total, currency), status, validUntil, reason, createdBy, createdAt, sentAt, decidedAt,
                version);
    }
}
