package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problems;
import io.amphora.common.SearchText;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.TrackingIntake;
import io.amphora.fulfilment.core.carrier.ActiveCarrier;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps tracking events, each once, and only then moves the shipments they are of: what cannot move now is tried again. */
@Component(service = {TrackingIntake.class, TakeEvents.class})
public final class TakeEvents implements TrackingIntake {
    private static final Logger LOG = LoggerFactory.getLogger(TakeEvents.class);
    private static final Actor FOLLOWER = Actor.system("tracking");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Tx tx;
    private final FollowShipment follow;

    @Activate
    public TakeEvents(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference FollowShipment follow) {
        this.tx = tx;
        this.follow = follow;
    }

    /** The events that are new, and the shipments they are of. */
    private record Kept(int taken, int unmatched, Set<Long> shipments) {
    }

    @Override
    public Taken take(Actor by, String carrier, List<CarrierEvent> events) {
        by.require(TRACK);
        Problems problems = new Problems();
        String who = problems.text("carrier", carrier, 100);
        List<CarrierEvent> all = events == null ? List.of() : events;
        problems.check(all.size() <= MAX, "events", "shipment.many-events", "at most {0} at once", MAX);
        List<CarrierEvent> clean = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MAX); i++) {
            clean.add(checked("events[" + i + "]", all.get(i), problems));
        }
        problems.throwIfAny();
        Kept kept = once(by, who, clean);
        kept.shipments().forEach(this::tryToFollow);
        return new Taken(kept.taken(), clean.size() - kept.taken(), kept.unmatched());
    }

    private static CarrierEvent checked(String at, CarrierEvent e, Problems problems) {
        String id = problems.optionalText(at + ".id", e.id(), 190);
        String number = problems.text(at + ".trackingNumber", e.trackingNumber(), ParcelEntity.TRACKING);
        problems.check(e.at().isBefore(Dispatches.now().plus(AHEAD)) && e.at().isAfter(OLDEST), at + ".at", "shipment.event-time", "{0} is not when it can have happened", e.at().toString());
        return new CarrierEvent(id, number, e.status(), e.at().truncatedTo(ChronoUnit.MICROS), problems.optionalText(at + ".place", e.place(), 200),
                problems.optionalText(at + ".text", e.text(), 1000));
    }

    /** Two may tell the same at once: the second finds what the first kept. */
    private Kept once(Actor by, String carrier, List<CarrierEvent> events) {
        try {
            return keep(by, carrier, events);
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                return keep(by, carrier, events);
            }
            throw e;
        }
    }

    private Kept keep(Actor by, String carrier, List<CarrierEvent> events) {
        Map<String, CarrierEvent> byKey = new LinkedHashMap<>();
        events.forEach(e -> byKey.putIfAbsent(key(e), e));
        return tx.callWithRetry(em -> {
            Set<String> known = known(em, carrier, byKey.keySet());
            Instant now = Dispatches.now();
            Kept kept = new Kept(0, 0, new TreeSet<>());
            for (Map.Entry<String, CarrierEvent> e : byKey.entrySet()) {
                if (known.contains(e.getKey())) {
                    continue;
                }
                EventEntity event = new EventEntity(carrier, e.getKey(), e.getValue(), by.name(), now);
                ParcelEntity parcel = parcel(em, carrier, e.getValue().trackingNumber());
                em.persist(parcel == null ? event : event.of(parcel));
                if (parcel != null) {
                    kept.shipments().add(parcel.dispatch().id());
                }
                kept = new Kept(kept.taken() + 1, kept.unmatched() + (parcel == null ? 1 : 0), kept.shipments());
            }
            em.flush();
            return kept;
        });
    }

    /** What tells it from others. */
    private static String key(CarrierEvent e) {
        if (e.id() != null) {
            return "id:" + e.id();
        }
        try {
            String all = e.trackingNumber() + "|" + e.status() + "|" + e.at() + "|" + e.text();
            return "of:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException x) {
            throw new IllegalStateException(x);
        }
    }

    private static Set<String> known(EntityManager em, String carrier, Set<String> keys) {
        Set<String> known = new TreeSet<>();
        List<String> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += Sql.MAX_IN) {
            known.addAll(Sql.of("select e.event_key from tracking_event e where e.carrier_id = ?", carrier).in(" and e.event_key in", all.subList(i, Math.min(all.size(), i + Sql.MAX_IN)))
                    .<String>values(em));
        }
        return known;
    }

    /** The newest parcel with this number that this carrier has, or that nobody else is known to have. */
    private static ParcelEntity parcel(EntityManager em, String carrier, String number) {
        List<ParcelEntity> found = em.createQuery("select p from ParcelEntity p where p.trackingLower = :n order by p.id desc", ParcelEntity.class)
                .setParameter("n", SearchText.key(number, ParcelEntity.TRACKING)).setMaxResults(20).getResultList();
        return found.stream().filter(p -> carrier.equals(p.dispatch().carrierId())).findFirst()
                .orElseGet(() -> found.stream().filter(p -> p.dispatch().carrierId() == null).findFirst().orElse(null));
    }

    /** A parcel has got its number: what was heard of it before counts now. Joins the running transaction. */
    static void recognise(EntityManager em, DispatchEntity d) {
        em.flush();
        for (ParcelEntity p : d.parcels()) {
            if (p.trackingLower() != null) {
                em.createQuery("select e from EventEntity e where e.trackingLower = :n and e.dispatchId is null and e.carrierId = :c", EventEntity.class).setParameter("n", p.trackingLower())
                        .setParameter("c", d.carrierId() == null ? "" : d.carrierId()).getResultList().forEach(e -> e.of(p));
            }
        }
    }

    private void tryToFollow(long id) {
        try {
            follow.follow(FOLLOWER, id);
        } catch (AmphoraException e) {
            LOG.info("Shipment {} cannot move by what was heard of it: {}", id, e.getMessage());
            tx.callWithRetry(em -> {
                DispatchEntity d = Dispatches.require(em, id);
                d.trouble(ActiveCarrier.cut(e.getMessage(), 1000));
                d.touched(Dispatches.now());
                return null;
            });
        }
    }

    /** What was heard but has moved nothing yet. @return how many shipments were tried */
    int catchUp(int limit) {
        List<Number> open = tx.call(em -> Sql.of("select distinct e.dispatch_id from tracking_event e, dispatch d where e.to_apply = 1 and d.id = e.dispatch_id and d.dispatch_state <> ?", "PREPARING")
                .first(limit).values(em));
        Set<Long> ids = open.stream().map(Number::longValue).collect(Collectors.toCollection(TreeSet::new));
        ids.forEach(this::tryToFollow);
        return ids.size();
    }
}
