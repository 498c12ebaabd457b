package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.core.carrier.ActiveCarrier;
import io.amphora.fulfilment.core.carrier.CarrierBook;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a shipment to a carrier, or takes it back: the wish is written first, then the carrier is asked, outside any transaction ({@link CarrierCalls}). */
@Component(service = LabelShipment.class)
public final class LabelShipment {
    /** Longer than a carrier may take: only then somebody else may ask. */
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int SERVICE = 60;
    /** What the carrier is asked for, if it has one. */
    private static final Set<ShipmentAction> ASK = EnumSet.of(ShipmentAction.UNLABEL, ShipmentAction.CANCEL);

    private final Tx tx;
    private final CarrierBook carriers;
    private final CarrierCalls calls;
    private final Dispatches dispatches;

    @Activate
    public LabelShipment(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference CarrierBook carriers, @Reference CarrierCalls calls, @Reference Dispatches dispatches) {
        this.tx = tx;
        this.carriers = carriers;
        this.calls = calls;
        this.dispatches = dispatches;
    }

    Shipment label(Actor by, long id, long version, String carrierId, String service, String onceKey) {
        by.require(ShippingDesk.FULFIL);
        Problems problems = new Problems();
        String wanted = problems.text("carrier", carrierId, 100);
        String how = problems.optionalText("service", service, SERVICE);
        problems.check(onceKey == null || onceKey.length() <= 200, "Idempotency-Key", "too-long", "has {0} characters, at most {1} are allowed", onceKey == null ? 0 : onceKey.length(), 200);
        problems.throwIfAny();
        String key = onceKey == null || onceKey.isBlank() ? null : hash(by.name() + "|" + id + "|" + onceKey);
        Long call = again(() -> tx.callWithRetry(em -> before(em, key).isPresent() ? null : begin(em, by, waitingNoMore(em, id, version, ShipmentAction.LABEL), wanted, how, key)));
        return call == null ? tx.call(em -> Dispatches.require(em, id).toShipment()) : calls.ask(call);
    }

    private Long begin(EntityManager em, Actor by, DispatchEntity d, String carrierId, String service, String key) {
        ActiveCarrier carrier = reachable(carrierId, false);
        Instant now = Dispatches.now();
        d.by(carrierId, carrier.title(Locale.ENGLISH), service);
        return call(em, by, d, ShipmentAction.LABEL, key, now);
    }

    private static Long call(EntityManager em, Actor by, DispatchEntity d, ShipmentAction action, String key, Instant now) {
        CallEntity call = new CallEntity(d, action, d.carrierId(), d.service(), key, by.name(), now, now.plus(LEASE));
        em.persist(call);
        d.asking(action);
        d.touched(now);
        em.flush();
        return call.id();
    }

    private static Optional<CallEntity> before(EntityManager em, String key) {
        return key == null ? Optional.empty() : em.createQuery("select c from CallEntity c where c.requestKey = :k", CallEntity.class).setParameter("k", key).getResultStream().findFirst();
    }

    /** Asking would be in vain: better say so than begin. @param back whether labels are to be taken back */
    private ActiveCarrier reachable(String id, boolean back) {
        ActiveCarrier carrier = carriers.find(id).orElseThrow(() -> new AmphoraException.Refused(!back
                ? Problem.of("carrier", "shipment.carrier-absent", "the carrier {0} is not there: choose another, or say by hand who brings it", id)
                : Problem.of("", "shipment.carrier-absent-back", "the carrier {0} is not there: tell it yourself, and take the shipment back by hand", id)));
        if (carrier.resting()) {
            throw new AmphoraException.Refused(!back
                    ? Problem.of("carrier", "shipment.carrier-resting", "the carrier {0} does not answer at the moment: choose another, wait, or say by hand who brings it", id)
                    : Problem.of("", "shipment.carrier-resting-back", "the carrier {0} does not answer at the moment: wait, or tell it yourself and take the shipment back by hand", id));
        }
        return carrier;
    }

    /** Nobody waits for an answer of a carrier that is not there any more, once somebody sees to it in another way. */
    private DispatchEntity waitingNoMore(EntityManager em, long id, long version, ShipmentAction action) {
        DispatchEntity d = Dispatches.require(em, id);
        boolean seen = d.version() == version;
        if (seen && d.pending() != null) {
            List<CallEntity> open = em.createQuery("select c from CallEntity c where c.dispatchId = :d and c.state = :s", CallEntity.class).setParameter("d", id)
                    .setParameter("s", CallEntity.State.ASKING).getResultList();
            if (open.stream().allMatch(c -> carriers.find(c.carrierId()).isEmpty())) {
                open.forEach(c -> c.end(CallEntity.State.FAILED, "given up: the carrier is not there", Dispatches.now()));
                d.asked(null);
                em.flush();
            }
        }
        return Dispatches.require(em, id, seen ? d.version() : version, action);
    }

    Set<ShipmentAction> onlyByHand(Shipment s) {
        Optional<ActiveCarrier> carrier = s.carrierId() == null ? Optional.empty() : carriers.find(s.carrierId());
        boolean unasked = s.carrierId() != null && (carrier.isEmpty() || s.pending() == null && carrier.get().resting());
        return unasked ? ShipmentAction.nextOf(s.state()).stream().filter(ASK::contains).collect(Collectors.toCollection(TreeSet::new)) : Set.of();
    }

    Set<ShipmentAction> possible(Shipment s) {
        Set<ShipmentAction> possible = new TreeSet<>(s.possible());
        possible.removeAll(onlyByHand(s));
        boolean inVain = s.pending() == ShipmentAction.LABEL && s.carrierId() != null && carriers.find(s.carrierId()).isEmpty();
        if (inVain) {
            possible.add(ShipmentAction.LABEL);
        }
        return possible;
    }

    Shipment byHand(Actor by, long id, long version, String carrier, List<String> trackingNumbers) {
        by.require(ShippingDesk.FULFIL);
        Problems problems = new Problems();
        String title = problems.text("carrier", carrier, 100);
        List<String> numbers = trackingNumbers == null ? List.of() : trackingNumbers;
        for (int i = 0; i < numbers.size(); i++) {
            problems.optionalText("trackingNumbers[" + i + "]", numbers.get(i), ParcelEntity.TRACKING);
        }
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            DispatchEntity d = waitingNoMore(em, id, version, ShipmentAction.LABEL);
            if (numbers.size() > d.parcels().size()) {
                throw new AmphoraException.Invalid(Problem.of("trackingNumbers", "shipment.many-numbers", "{0} tracking numbers for {1} parcels", numbers.size(), d.parcels().size()));
            }
            d.by(null, title, null);
            for (int i = 0; i < numbers.size(); i++) {
                String number = numbers.get(i);
                d.parcels().get(i).labelled(number == null || number.isBlank() ? null : number.strip(), false);
            }
            d.labelled(null, null);
            d.trouble(null);
            return ended(em, by, d, "labelled");
        });
    }

    private Shipment ended(EntityManager em, Actor by, DispatchEntity d, String what) {
        d.touched(Dispatches.now());
        dispatches.publish(d, by, what);
        em.flush();
        return d.toShipment();
    }

    /** @param action UNLABEL or CANCEL */
    Shipment back(Actor by, long id, long version, ShipmentAction action, boolean byHand) {
        by.require(ShippingDesk.FULFIL);
        Long[] call = new Long[1];
        Shipment now = tx.callWithRetry(em -> {
            call[0] = null;
            DispatchEntity d = byHand ? waitingNoMore(em, id, version, action) : Dispatches.require(em, id, version, action);
            if (d.carrierId() != null && !byHand) {
                reachable(d.carrierId(), true);
                call[0] = call(em, by, d, action, null, Dispatches.now());
                return d.toShipment();
            }
            if (action == ShipmentAction.CANCEL) {
                d.cancelled();
            } else {
                d.unlabelled();
            }
            d.trouble(null);
            return ended(em, by, d, action == ShipmentAction.CANCEL ? "cancelled" : "unlabelled");
        });
        return call[0] == null ? now : calls.ask(call[0]);
    }

    /** Two may meet with one key: the second finds what the first did. */
    private static <R> R again(Supplier<R> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                return work.get();
            }
            throw e;
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
