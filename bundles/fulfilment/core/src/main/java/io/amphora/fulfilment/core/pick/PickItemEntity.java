package io.amphora.fulfilment.core.pick;

import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.core.ship.Quantities;
import io.amphora.inventory.api.Shelves;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** So much of one product to take for one order line. Its version sees to it that no piece is counted twice. */
@Entity
@Table(name = "pick_item")
public class PickItemEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_pick_item")
    @SequenceGenerator(name = "s_pick_item", sequenceName = "s_pick_item", allocationSize = 500)
    private Long id;
    @Column(name = "list_id")
    private long listId;
    @Column(name = "wave_id")
    private long waveId;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "line_id")
    private long lineId;
    private String sku;
    @Column(name = "product_name")
    private String name;
    private String unit;
    @Column(name = "each_part")
    private BigDecimal each;
    @Column(name = "location_id")
    private long locationId;
    @Column(name = "zone_text")
    private String zone;
    @Column(name = "bin_text")
    private String bin;
    private BigDecimal wanted;
    private BigDecimal picked = BigDecimal.ZERO;
    private BigDecimal missing = BigDecimal.ZERO;
    private String reason;
    private boolean dropped;
    @Column(name = "active_key")
    private String activeKey;
    @Version
    private long version;

    protected PickItemEntity() {
    }

    PickItemEntity(PickListEntity list, WaveMaker.Task task, Shelves.Place place) {
        listId = list.id();
        waveId = list.wave().id();
        orderId = task.order().id();
        orderNumber = task.order().number();
        lineId = task.line().id();
        sku = task.sku();
        name = task.name();
        unit = task.each() == null ? task.line().unit() : null;
        each = task.each();
        locationId = task.locationId();
        zone = place.zone();
        bin = place.bin();
        wanted = task.quantity();
        activeKey = lineId + ":" + sku;
    }

    void pick(BigDecimal quantity) {
        picked = picked.add(quantity);
    }

    /** So much is found missing and does not count any more. */
    void lacks(BigDecimal quantity, String why) {
        wanted = wanted.subtract(quantity);
        picked = picked.min(wanted);
        missing = missing.add(quantity);
        reason = why;
        if (wanted.signum() <= 0) {
            drop();
        }
    }

    /** Another part of the same kit is missing: less of this is wanted, too. */
    void less(BigDecimal now) {
        wanted = now.min(wanted);
        picked = picked.min(wanted);
        if (wanted.signum() <= 0) {
            drop();
        }
    }

    /** It need not be picked any more. */
    void drop() {
        dropped = true;
        activeKey = null;
    }

    /** It may be put on another list. */
    void free() {
        activeKey = null;
    }

    boolean done() {
        return dropped || picked.compareTo(wanted) >= 0;
    }

    BigDecimal open() {
        return wanted.subtract(picked);
    }

    Long id() {
        return id;
    }

    long listId() {
        return listId;
    }

    long waveId() {
        return waveId;
    }

    long orderId() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    long lineId() {
        return lineId;
    }

    String sku() {
        return sku;
    }

    BigDecimal each() {
        return each;
    }

    long locationId() {
        return locationId;
    }

    BigDecimal wanted() {
        return wanted;
    }

    BigDecimal picked() {
        return picked;
    }

    boolean dropped() {
        return dropped;
    }

    boolean active() {
        return activeKey != null;
    }

    long version() {
        return version;
    }

    PickItem toItem() {
        return new PickItem(id, orderId, orderNumber, lineId, sku, name, unit, zone, bin, Quantities.plain(wanted), Quantities.plain(picked), Quantities.plain(missing), reason, dropped, version);
    }
}
