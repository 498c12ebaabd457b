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
    @Column(name = "let_off")
    private BigDecimal letOff;
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
        this.letOff = BigDecimal.ZERO;
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
     * What is not owed any more though the order comes to it: let off for goods that came back or by a credit note, which stays whatever becomes of the rest of the order, and given back
     * by hand without having been paid too much. When the order becomes smaller afterwards, that is taken for what the money was given back for.
     */
    public BigDecimal credited(BigDecimal totalNow) {
        BigDecimal loose = credited.subtract(letOff).subtract(total.subtract(totalNow).max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
        return letOff.add(loose).min(totalNow.max(BigDecimal.ZERO));
    }

    /** Of that, what stays. */
    public BigDecimal letOff() {
        return letOff;
    }

    /** Given back by hand. */
    public void credit(BigDecimal amount) {
        credited = credited.add(amount);
    }

    public void letOff(BigDecimal amount) {
        credited = credited.add(amount);
        letOff = letOff.add(amount);
    }

    /** What was given back by hand has a paper now, as far as there is such: it stays. */
    public void documented(BigDecimal amount) {
        letOff = letOff.add(amount).min(credited);
    }

    /** The order as it is now; who looks at what did not change sees no new version. @param delivered null before */
    public void follow(BigDecimal totalNow, LocalDate placed, LocalDate delivered) {
        if (totalNow.compareTo(total) != 0) {
            credited = credited(totalNow);
            letOff = letOff.min(credited);
            total = totalNow;
        }
        placedOn = placed;
        deliveredOn = delivered;
    }
}
