package io.amphora.transfer.core.store;

import io.amphora.common.Problem;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.api.ReplayedOrder;
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
import java.time.Instant;
import java.util.List;

/** An order of another system, as far as it has come here. */
@Entity
@Table(name = "transfer_replay")
public class ReplayEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_transfer_replay")
    @SequenceGenerator(name = "s_transfer_replay", sequenceName = "s_transfer_replay", allocationSize = 50)
    private Long id;
    @Column(name = "source_name")
    private String source;
    @Column(name = "source_number")
    private String number;
    @Enumerated(EnumType.STRING)
    @Column(name = "replay_state")
    private ReplayedOrder.State state = ReplayedOrder.State.WAITING;
    @Column(name = "location_id")
    private long locationId;
    private String content;
    private String problems = "[]";
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "order_number")
    private String orderNumber;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private long version;

    protected ReplayEntity() {
    }

    public ReplayEntity(String source, String number) {
        this.source = source;
        this.number = number;
    }

    /** @return null if it was too long to be kept */
    public PastOrder order() {
        return Json.read(content, PastOrder.class);
    }

    public ReplayedOrder.State state() {
        return state;
    }

    public long locationId() {
        return locationId;
    }

    public Long orderId() {
        return orderId;
    }

    public List<Problem> problems() {
        return Json.problems(problems);
    }

    /** What was sent; what is too long for the column waits without it: it must be sent again anyway. */
    public void takes(PastOrder order, long location) {
        String json = Json.write(order);
        content = json.length() > Json.CELLS ? null : json;
        locationId = location;
    }

    public void stands(ReplayedOrder.State next, Long order, String numberHere, List<Problem> found, String by, Instant now) {
        state = next;
        orderId = order;
        orderNumber = numberHere;
        problems = Json.problems(found);
        changedBy = by;
        changedAt = now;
        if (next == ReplayedOrder.State.DONE) {
            content = null;
        }
    }

    public ReplayedOrder toReplayed() {
        return new ReplayedOrder(id, source, number, state, orderId, orderNumber, problems(), changedBy, changedAt);
    }
}
