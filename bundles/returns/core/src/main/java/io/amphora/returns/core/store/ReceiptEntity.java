package io.amphora.returns.core.store;

import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
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

/** Goods that came together in one condition, as a row. */
@Entity
@Table(name = "return_receipt")
public class ReceiptEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_return_receipt")
    @SequenceGenerator(name = "s_return_receipt", sequenceName = "s_return_receipt", allocationSize = 500)
    private Long id;
    @Column(name = "return_id")
    private long returnId;
    @Column(name = "line_id")
    private long lineId;
    private BigDecimal quantity;
    @Enumerated(EnumType.STRING)
    @Column(name = "item_condition")
    private ItemCondition condition;
    private String note;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "received_by")
    private String receivedBy;
    @Enumerated(EnumType.STRING)
    private Disposition disposition;
    @Column(name = "location_id")
    private Long locationId;
    @Column(name = "inspected_at")
    private Instant inspectedAt;
    @Column(name = "inspected_by")
    private String inspectedBy;
    @Version
    private long version;

    protected ReceiptEntity() {
    }

    public ReceiptEntity(long returnId, long lineId, BigDecimal quantity, ItemCondition condition, String note, String by, Instant now) {
        this.returnId = returnId;
        this.lineId = lineId;
        this.quantity = quantity;
        this.condition = condition;
        this.note = note;
        receivedBy = by;
        receivedAt = now;
    }

    /** Parts it in two. @return the other part */
    public ReceiptEntity split(BigDecimal other) {
        quantity = quantity.subtract(other);
        return new ReceiptEntity(returnId, lineId, other, condition, note, receivedBy, receivedAt);
    }

    /** @param location where it is on hand now, null if nowhere */
    public void dispose(Disposition where, Long location, String by, Instant now) {
        disposition = where;
        locationId = location;
        inspectedBy = by;
        inspectedAt = now;
    }

    public Long id() {
        return id;
    }

    public long lineId() {
        return lineId;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public boolean inspected() {
        return disposition != null;
    }

    public Return.Receipt toReceipt() {
        return new Return.Receipt(id, ReturnLineEntity.plain(quantity), condition, note, receivedAt, receivedBy, disposition, locationId, inspectedAt, inspectedBy);
    }
}
