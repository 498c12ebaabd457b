package io.amphora.returns.core.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What concerns all returns of one order. Who changes one of them holds the lock on this row. */
@Entity
@Table(name = "return_order")
public class ReturnOrderEntity {
    @Id
    @Column(name = "order_id")
    private long orderId;
    @Version
    private long version;

    protected ReturnOrderEntity() {
    }

    public ReturnOrderEntity(long orderId) {
        this.orderId = orderId;
    }
}
