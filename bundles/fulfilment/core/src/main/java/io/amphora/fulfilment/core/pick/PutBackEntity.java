package io.amphora.fulfilment.core.pick;

import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.core.ship.Quantities;
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

/** Goods to be put back, as a row. Their stock never left the books: only what leaves the house does. */
@Entity
@Table(name = "pick_put_back")
public class PutBackEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_pick_put_back")
    @SequenceGenerator(name = "s_pick_put_back", sequenceName = "s_pick_put_back", allocationSize = 500)
    private Long id;
    @Column(name = "list_id")
    private long listId;
    @Column(name = "list_number")
    private String listNumber;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    private String sku;
    @Column(name = "product_name")
    private String name;
    private String unit;
    private BigDecimal quantity;
    @Column(name = "location_id")
    private long locationId;
    @Column(name = "location_name")
    private String location;
    @Column(name = "zone_text")
    private String zone;
    @Column(name = "bin_text")
    private String bin;
    private String picker;
    private int ended;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Version
    private long version;

    protected PutBackEntity() {
    }

    PutBackEntity(PickListEntity list, PickItemEntity item, BigDecimal quantity, Instant now) {
        PickItem i = item.toItem();
        listId = list.id();
        listNumber = list.number();
        orderId = i.orderId();
        orderNumber = i.orderNumber();
        sku = i.sku();
        name = i.name();
        unit = i.unit();
        this.quantity = quantity;
        locationId = item.locationId();
        location = list.location();
        zone = i.zone();
        bin = i.bin();
        picker = list.picker();
        createdAt = now;
    }

    boolean done() {
        return ended != 0;
    }

    void done(String by, Instant now) {
        ended = 1;
        endedAt = now;
        endedBy = by;
    }

    long listId() {
        return listId;
    }

    PutBack toPutBack() {
        return new PutBack(id, listNumber, orderId, orderNumber, sku, name, Quantities.plain(quantity), unit, locationId, location, zone, bin, picker, createdAt, endedAt, endedBy);
    }
}
