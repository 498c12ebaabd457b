package io.amphora.fulfilment.core.ship;

import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ToPack;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** So much of an order line in a parcel. */
@Entity
@Table(name = "dispatch_item")
public class ItemEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_dispatch_item")
    @SequenceGenerator(name = "s_dispatch_item", sequenceName = "s_dispatch_item", allocationSize = 500)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "parcel_id")
    private ParcelEntity parcel;
    @Column(name = "line_id")
    private long lineId;
    @Column(name = "line_no")
    private int lineNo;
    private String sku;
    @Column(name = "product_name")
    private String name;
    private BigDecimal quantity;
    private String unit;
    @Version
    private long version;

    protected ItemEntity() {
    }

    ItemEntity(ParcelEntity parcel, ToPack line, BigDecimal quantity) {
        this.parcel = parcel;
        this.lineId = line.lineId();
        this.lineNo = line.position();
        this.sku = line.sku();
        this.name = line.name();
        this.unit = line.unit();
        this.quantity = quantity;
    }

    long lineId() {
        return lineId;
    }

    BigDecimal quantity() {
        return quantity;
    }

    Shipment.Item toItem() {
        return new Shipment.Item(lineId, lineNo, sku, name, Quantities.plain(quantity), unit);
    }
}
