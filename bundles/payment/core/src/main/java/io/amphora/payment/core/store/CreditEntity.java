package io.amphora.payment.core.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** What an order owes no more. Never changed. */
@Entity
@Table(name = "payment_credit")
public class CreditEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_payment_credit")
    @SequenceGenerator(name = "s_payment_credit", sequenceName = "s_payment_credit", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    private String currency;
    private BigDecimal amount;
    private String reason;
    @Column(name = "request_key")
    private String requestKey;
    @Column(name = "request_print")
    private String requestPrint;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Version
    private long version;

    protected CreditEntity() {
    }

    public CreditEntity(AccountEntity account, BigDecimal amount, String reason, String requestKey, String requestPrint, String by, Instant now) {
        orderId = account.orderId();
        currency = account.currency();
        this.amount = amount;
        this.reason = reason;
        this.requestKey = requestKey;
        this.requestPrint = requestPrint;
        madeBy = by;
        madeAt = now;
    }

    public String requestPrint() {
        return requestPrint;
    }
}
