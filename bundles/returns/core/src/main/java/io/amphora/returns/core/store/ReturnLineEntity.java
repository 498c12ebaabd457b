package io.amphora.returns.core.store;

import io.amphora.common.Money;
import io.amphora.order.api.Order;
import io.amphora.returns.api.Return;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.List;

/** A line of a return as a row. */
@Entity
@Table(name = "return_line")
public class ReturnLineEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_return_line")
    @SequenceGenerator(name = "s_return_line", sequenceName = "s_return_line", allocationSize = 500)
    private Long id;
    @Column(name = "return_id")
    private long returnId;
    @Column(name = "order_line_id")
    private long orderLineId;
    @Column(name = "paid_line_id")
    private long paidLineId;
    @Column(name = "position_no")
    private int position;
    private String sku;
    private String name;
    private String unit;
    private BigDecimal requested;
    private BigDecimal received = BigDecimal.ZERO;
    private BigDecimal inspected = BigDecimal.ZERO;
    private BigDecimal settled = BigDecimal.ZERO;
    @Column(name = "credited_quantity")
    private BigDecimal creditedQuantity = BigDecimal.ZERO;
    private BigDecimal credited = BigDecimal.ZERO;
    /** Of that, what credit notes by hand had let off before. */
    private BigDecimal noted = BigDecimal.ZERO;
    @Column(name = "noted_quantity")
    private BigDecimal notedQuantity = BigDecimal.ZERO;
    private String reason;
    private String note;
    @Column(name = "location_id")
    private Long locationId;
    @Version
    private long version;

    protected ReturnLineEntity() {
    }

    /** @param paidLine the line that was paid, of another order if this is a replacement */
    public ReturnLineEntity(long returnId, Order.Line line, long paidLine, BigDecimal quantity, String reason, String note) {
        this.returnId = returnId;
        orderLineId = line.id();
        paidLineId = paidLine;
        position = line.position();
        sku = line.sku();
        name = line.name();
        unit = line.unit();
        locationId = line.locationId();
        requested = quantity;
        this.reason = reason;
        this.note = note;
    }

    public void receive(BigDecimal quantity) {
        received = received.add(quantity);
    }

    public void inspect(BigDecimal quantity) {
        inspected = inspected.add(quantity);
    }

    /** @param amount that is not owed any more, null if the customer gets no money @param before of it, let off by credit notes by hand before */
    public void settle(BigDecimal quantity, BigDecimal amount, Before before) {
        settled = quantity;
        creditedQuantity = amount == null ? BigDecimal.ZERO : quantity;
        credited = amount == null ? BigDecimal.ZERO : amount;
        noted = amount == null ? BigDecimal.ZERO : before.amount();
        notedQuantity = amount == null ? BigDecimal.ZERO : before.quantity();
    }

    public void unsettle() {
        settle(BigDecimal.ZERO, null, Before.NOTHING);
    }

    public Long id() {
        return id;
    }

    public long orderLineId() {
        return orderLineId;
    }

    public long paidLineId() {
        return paidLineId;
    }

    public String sku() {
        return sku;
    }

    public BigDecimal requested() {
        return requested;
    }

    public BigDecimal received() {
        return received;
    }

    public BigDecimal inspected() {
        return inspected;
    }

    public BigDecimal settled() {
        return settled;
    }

    public Before before() {
        return new Before(notedQuantity, noted);
    }

    public Long locationId() {
        return locationId;
    }

    public Return.Line toLine(String currency, List<Return.Receipt> receipts) {
        return new Return.Line(id, orderLineId, position, sku, name, unit, plain(requested), plain(received), plain(inspected), plain(settled), Money.of(credited, currency).rounded(), reason, note, receipts);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
