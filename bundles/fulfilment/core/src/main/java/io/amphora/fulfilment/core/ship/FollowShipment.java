package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves a shipment by what was heard of its parcels: always by all of it, in the order it happened, through the table of {@link ShipmentAction}. So it
 * does not matter in which order it was heard, or how often.
 */
@Component(service = FollowShipment.class)
public final class FollowShipment {
    private final Tx tx;
    private final Dispatches dispatches;
    private final ShipShipment leave;
    private final Setups setups;
    private final SettleOrder settle;

    @Activate
    public FollowShipment(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference Dispatches dispatches, @Reference ShipShipment leave, @Reference Setups setups,
                          @Reference SettleOrder settle) {
        this.tx = tx;
        this.dispatches = dispatches;
        this.leave = leave;
        this.setups = setups;
        this.settle = settle;
    }

    void follow(Actor by, long id) {
        tx.callWithRetry(em -> {
            follow(em, by, Dispatches.require(em, id));
            return null;
        });
    }

    /** Joins the running transaction. */
    void follow(EntityManager em, Actor by, DispatchEntity d) {
        em.flush();
        List<EventEntity> heard = em.createQuery("select e from EventEntity e where e.dispatchId = :d order by e.happenedAt, e.id", EventEntity.class).setParameter("d", d.id()).getResultList();
        boolean gone = heard.stream().anyMatch(e -> e.status().action() != null);
        if (gone && d.state() == ShipmentState.LABELLED && d.pending() == null) {
            // the carrier has it: it left, whether somebody said so or not
            leave.leave(em, by, d);
        }
        if (d.state() == ShipmentState.PREPARING || d.state() == ShipmentState.LABELLED) {
            return;
        }
        heard.forEach(EventEntity::applied);
        if (d.state() == ShipmentState.CANCELLED) {
            return;
        }
        ShipmentState before = d.state();
        d.parcels().forEach(p -> p.moveTo(after(p, heard)));
        d.follow(last(heard.stream().filter(e -> e.status().action() != null)), last(heard.stream().filter(e -> e.status() == TrackingStatus.DELIVERED)), Dispatches.now());
        judge(d, by, Dispatches.now());
        if (d.state() != before) {
            dispatches.publish(d, by, Dispatches.word(d.state()));
        }
        em.flush();
        settle.settle(by, d);
    }

    private static Instant last(Stream<EventEntity> heard) {
        return heard.map(EventEntity::happenedAt).max(Comparator.naturalOrder()).orElse(null);
    }

    private static ShipmentState after(ParcelEntity parcel, List<EventEntity> heard) {
        ShipmentState state = ShipmentState.SHIPPED;
        for (EventEntity e : heard) {
            ShipmentAction action = e.status().action();
            if (action != null && parcel.id().equals(e.parcelId()) && action.appliesTo(state)) {
                state = action.to();
            }
        }
        return state;
    }

    /** Says so if it has become late. @return whether it has */
    boolean judge(DispatchEntity d, Actor by, Instant now) {
        boolean became = d.judge(LocalDate.ofInstant(now, ZoneOffset.UTC), now, setups.now().lateDays());
        d.touched(now);
        if (became) {
            dispatches.publish(d, by, "late");
        }
        return became;
    }
}
