package io.amphora.payment.core.store;

import io.amphora.common.Money;
import io.amphora.payment.api.StoreCredits;
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

/** An entry of the ledger of store credit. Never changed. */
@Entity
@Table(name = "payment_store_entry")
public class StoreEntryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_payment_store")
    @SequenceGenerator(name = "s_payment_store", sequenceName = "s_payment_store", allocationSize = 500)
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    @Column(name = "entry_kind")
    private StoreCredits.Kind kind;
    private String currency;
    private BigDecimal amount;
    private BigDecimal balance;
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    private String note;
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

    protected StoreEntryEntity() {
    }

    public StoreEntryEntity(long customerId, StoreCredits.Kind kind, Money amount, BigDecimal balance, String note, String requestKey, String requestPrint, String by, Instant now) {
        this.customerId = customerId;
        this.kind = kind;
        this.amount = amount.amount();
        this.currency = amount.currency().getCurrencyCode();
        this.balance = balance;
        this.note = note;
        this.requestKey = requestKey;
        this.requestPrint = requestPrint;
        madeBy = by;
        madeAt = now;
    }

    /** What it paid for. */
    public void of(long order, String number) {
        orderId = order;
        orderNumber = number;
    }

    public Long id() {
        return id;
    }

    public String requestPrint() {
        return requestPrint;
    }

    public StoreCredits.Entry toEntry() {
        return new StoreCredits.Entry(id, customerId, kind, Money.of(amount, currency), Money.of(balance, currency), orderId, orderNumber, note, madeAt, madeBy);
    }
}
