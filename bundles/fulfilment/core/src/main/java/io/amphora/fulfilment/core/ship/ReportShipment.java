package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What staff say of parcels on their way: kept as an event like those of carriers. */
@Component(service = ReportShipment.class)
public final class ReportShipment {
    static final String PERSON = "person";
    static final String ORDER = "order";

    private final Tx tx;
    private final FollowShipment follow;

    @Activate
    public ReportShipment(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference FollowShipment follow) {
        this.tx = tx;
        this.follow = follow;
    }

    Shipment report(Actor by, long id, long version, Integer parcel, TrackingStatus status, Instant at, String note) {
        by.require(ShippingDesk.FULFIL);
        Problems problems = new Problems();
        problems.check(status != null && status.action() != null, "status", "required", "must not be empty");
        String text = problems.optionalText("note", note, 1000);
        Instant now = Dispatches.now();
        problems.check(at == null || !at.isAfter(now), "at", "shipment.future", "must not be in the future");
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            DispatchEntity d = Dispatches.require(em, id);
            if (d.version() != version) {
                throw new AmphoraException.Stale("shipment", d.number(), version, d.version());
            }
            Instant when = at == null ? now : at.truncatedTo(ChronoUnit.MICROS);
            for (ParcelEntity p : chosen(d, parcel, status.action())) {
                tell(em, p, PERSON, PERSON + ":" + UUID.randomUUID(), new CarrierEvent(null, number(p), status, when, null, text), by, now);
            }
            follow.follow(em, by, d);
            return d.toShipment();
        });
    }

    private static List<ParcelEntity> chosen(DispatchEntity d, Integer number, ShipmentAction action) {
        List<ParcelEntity> named = d.parcels().stream().filter(p -> number == null || p.number() == number).toList();
        if (named.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("parcel", "shipment.no-parcel", "shipment {0} has no parcel {1}", d.number(), String.valueOf(number)));
        }
        List<ParcelEntity> fit = named.stream().filter(p -> action.appliesTo(p.state())).toList();
        if (fit.isEmpty()) {
            throw Dispatches.illegal(d, action, number == null ? d.state() : named.get(0).state());
        }
        return fit;
    }

    static String number(ParcelEntity p) {
        return p.trackingNumber() == null ? "" : p.trackingNumber();
    }

    static void tell(EntityManager em, ParcelEntity p, String carrier, String key, CarrierEvent e, Actor by, Instant now) {
        em.persist(new EventEntity(carrier, key, e, by.name(), now).of(p));
    }

    /** The order says that all of it has arrived, came back or is lost. */
    void told(Actor by, long id, TrackingStatus what) {
        tx.callWithRetry(em -> {
            DispatchEntity d = Dispatches.require(em, id);
            if (d.state().underWay()) {
                Instant now = Dispatches.now();
                d.parcels().stream().filter(p -> what.action().appliesTo(p.state())).forEach(p -> tell(em, p, ORDER, ORDER + ":" + p.id() + ":" + UUID.randomUUID(),
                        new CarrierEvent(null, number(p), what, now, null, null), by, now));
                follow.follow(em, by, d);
            }
            return null;
        });
    }
}
