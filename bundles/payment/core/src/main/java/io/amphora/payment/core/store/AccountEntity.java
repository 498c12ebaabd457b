package io.amphora.payment.core.store;

import io.amphora.common.Money;
import io.amphora.payment.api.PaymentTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What concerns all payments of one order. Who changes one of them holds the lock on this row. */
@Entity
@Table(name = "payment_account")
public class AccountEntity {
    @Id
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "customer_id")
    private Long customerId;
    private String currency;
    @Column(name = "order_total")
    private BigDecimal total;
    private BigDecimal credited;
    @Enumerated(EnumType.STRING)
    private PaymentTerms terms;
    @Column(name = "placed_on")
    private LocalDate placedOn;
    @Column(name = "delivered_on")
    private LocalDate deliveredOn;
    @Version
    private long version;

    protected AccountEntity() {
    }

    public AccountEntity(long orderId, String orderNumber, Long customerId, Money total, PaymentTerms terms, LocalDate placedOn) {
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.customerId = customerId;
        this.currency = total.currency().getCurrencyCode();
        this.total = total.amount();
        this.credited = BigDecimal.ZERO;
        this.terms = terms;
        this.placedOn = placedOn;
    }

    public long orderId() {
        return orderId;
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

    /** What the order comes to. */
    public BigDecimal total() {
        return total;
    }

    public PaymentTerms terms() {
        return terms;
    }

    public long version() {
        return version;
    }

    public void terms(PaymentTerms next) {
        terms = next;
    }

    /** The date of what is due under the terms, null if there is none yet. */
    public LocalDate dueOn() {
        return terms.dueOn(placedOn, deliveredOn);
    }

    /**
     * What was given back without having been paid too much, and so is not owed any more. When the order becomes smaller afterwards, that is taken for what
     * the money was given back for.
     */
    public BigDecimal credited(BigDecimal totalNow) {
        return credited.subtract(total.subtract(totalNow).max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    public void credit(BigDecimal amount) {
        credited = credited.add(amount);
    }

    /** The order as it is now; who looks at what did not change sees no new version. @param delivered null before */
    public void follow(BigDecimal totalNow, LocalDate placed, LocalDate delivered) {
        if (totalNow.compareTo(total) != 0) {
            credited = credited(totalNow);
            total = totalNow;
        }
        placedOn = placed;
        deliveredOn = delivered;
    }
}
