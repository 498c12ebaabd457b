package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.fulfilment.api.CarrierAnswer;
import io.amphora.fulfilment.api.CarrierCancel;
import io.amphora.fulfilment.api.CarrierLabel;
import io.amphora.fulfilment.api.CarrierRequest;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.core.carrier.ActiveCarrier;
import io.amphora.fulfilment.core.carrier.ActiveCarrier.Asked;
import io.amphora.fulfilment.core.carrier.CarrierBook;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks carriers what is written down to be asked, and writes down what they say. Whoever dies in between leaves a question that is asked again. */
@Component(service = CarrierCalls.class)
public final class CarrierCalls {
    static final int ATTEMPTS = 10;
    private static final Actor SYSTEM = Actor.system("shipping");
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration ABSENT = Duration.ofMinutes(1);
    private static final int TEXT = 1000;
    private static final int MOST_LABEL = 4_000_000;

    private record Question(String carrier, ShipmentAction action, CarrierRequest request, CarrierCancel cancel) {
    }

    /** What came of it, in one shape for labels and for taking them back. */
    private record Outcome(boolean done, String message, CarrierLabel label) {
    }

    private final Tx tx;
    private final CarrierBook carriers;
    private final OrderQueries orders;
    private final Dispatches dispatches;

    @Activate
    public CarrierCalls(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference CarrierBook carriers, @Reference OrderQueries orders, @Reference Dispatches dispatches) {
        this.tx = tx;
        this.carriers = carriers;
        this.orders = orders;
        this.dispatches = dispatches;
    }

    /** The caller has the lease of the call. */
    Shipment ask(long callId) {
        Question q = tx.call(em -> question(em, em.find(CallEntity.class, callId)));
        Optional<Asked<Outcome>> asked = carriers.find(q.carrier()).map(c -> q.action() == ShipmentAction.LABEL ? label(c, q.request()) : cancel(c, q.cancel()));
        return tx.callWithRetry(em -> {
            CallEntity call = em.find(CallEntity.class, callId);
            DispatchEntity d = Dispatches.require(em, call.dispatchId());
            if (call.state() == CallEntity.State.ASKING) {
                write(em, d, call, asked);
                em.flush();
            }
            return d.toShipment();
        });
    }

    private Question question(EntityManager em, CallEntity call) {
        DispatchEntity d = Dispatches.require(em, call.dispatchId());
        if (call.action() != ShipmentAction.LABEL) {
            return new Question(call.carrierId(), call.action(), null,
                    new CarrierCancel(call.key(), d.reference(), d.parcels().stream().map(ParcelEntity::trackingNumber).filter(Objects::nonNull).toList()));
        }
        return new Question(call.carrierId(), call.action(), request(orders.find(SYSTEM, d.orderId()), d, call.key(), call.service()), null);
    }

    static CarrierRequest request(Order order, DispatchEntity d, String key, String service) {
        Address to = order.shipTo() == null ? Address.EMPTY : order.shipTo();
        String recipient = to.recipient() == null ? order.customerName() : to.recipient();
        return new CarrierRequest(key, order.number(), service, new CarrierRequest.Destination(recipient, to.street(), to.city(), to.region(), to.postalCode(), to.country()),
                d.parcels().stream().map(ParcelEntity::toParcel).map(p -> new CarrierRequest.Parcel(p.number(), p.sscc(), p.weightKg(), p.lengthCm(), p.widthCm(), p.heightCm())).toList());
    }

    private Asked<Outcome> label(ActiveCarrier carrier, CarrierRequest request) {
        return carrier.ask("label of " + request.orderNumber(), carriers.threads(), c -> {
            CarrierLabel label = c.label(request);
            return label == null ? null : new Outcome(label.accepted(), label.message(), label);
        });
    }

    private Asked<Outcome> cancel(ActiveCarrier carrier, CarrierCancel request) {
        return carrier.ask("cancelling " + request.reference(), carriers.threads(), c -> {
            CarrierAnswer answer = c.cancel(request);
            return answer == null ? null : new Outcome(answer.done(), answer.message(), null);
        });
    }

    private void write(EntityManager em, DispatchEntity d, CallEntity call, Optional<Asked<Outcome>> asked) {
        Instant now = Dispatches.now();
        if (asked.isEmpty()) {
            String why = "the carrier " + call.carrierId() + " is not there";
            call.unanswered(why, false, now.plus(ABSENT));
            d.trouble(why);
        } else if (asked.get().answer() == null) {
            unanswered(d, call, asked.get().error(), now);
        } else {
            answered(em, d, call, asked.get().answer(), now);
        }
        d.touched(now);
    }

    private static void unanswered(DispatchEntity d, CallEntity call, String why, Instant now) {
        if (call.attempts() + 1 < ATTEMPTS) {
            call.unanswered(why, true, now.plus(PAUSE.multipliedBy(1L << Math.min(call.attempts(), 8))));
            d.trouble(why);
        } else {
            call.end(CallEntity.State.FAILED, why, now);
            d.asked(why);
        }
    }

    private void answered(EntityManager em, DispatchEntity d, CallEntity call, Outcome outcome, Instant now) {
        String message = ActiveCarrier.cut(outcome.message(), TEXT);
        call.end(outcome.done() ? CallEntity.State.DONE : CallEntity.State.DECLINED, message, now);
        d.asked(outcome.done() ? null : message == null ? "the carrier declines" : message);
        if (!outcome.done()) {
            return;
        }
        switch (call.action()) {
            case LABEL -> labelled(em, d, outcome.label(), now);
            case CANCEL -> d.cancelled();
            default -> d.unlabelled();
        }
        dispatches.publish(d, SYSTEM, call.action() == ShipmentAction.LABEL ? "labelled" : call.action() == ShipmentAction.CANCEL ? "cancelled" : "unlabelled");
    }

    private static void labelled(EntityManager em, DispatchEntity d, CarrierLabel label, Instant now) {
        Map<Integer, CarrierLabel.Labelled> byNumber = label.parcels().stream().collect(Collectors.toMap(CarrierLabel.Labelled::number, Function.identity(), (a, b) -> a));
        for (ParcelEntity p : d.parcels()) {
            CarrierLabel.Labelled l = byNumber.get(p.number());
            boolean pdf = l != null && l.pdf() != null && l.pdf().length > 0 && l.pdf().length <= MOST_LABEL;
            p.labelled(l == null || l.trackingNumber() == null || l.trackingNumber().isBlank() ? null : ActiveCarrier.cut(l.trackingNumber().strip(), ParcelEntity.TRACKING), pdf);
            if (pdf) {
                LabelEntity kept = em.find(LabelEntity.class, p.id());
                if (kept == null) {
                    em.persist(new LabelEntity(p.id(), l.pdf()));
                } else {
                    kept.replace(l.pdf());
                }
            }
        }
        d.labelled(ActiveCarrier.cut(label.reference(), 200), label.expectedOn());
        d.touched(now);
        TakeEvents.recognise(em, d);
    }

    /** Questions without an answer that nobody is asking now; each is leased before it is asked, so that of several nodes one does. */
    int sweep(Instant now, int limit) {
        List<Long> open = tx.call(em -> em.createQuery("select c.id from CallEntity c where c.state = :s and c.askAfter <= :n order by c.askAfter", Long.class)
                .setParameter("s", CallEntity.State.ASKING).setParameter("n", now).setMaxResults(limit).getResultList());
        int asked = 0;
        for (long id : open) {
            int leased = tx.call(em -> em.createQuery("update CallEntity c set c.askAfter = :until, c.version = c.version + 1 where c.id = :id and c.state = :s and c.askAfter <= :n")
                    .setParameter("until", Dispatches.now().plus(LabelShipment.LEASE)).setParameter("id", id).setParameter("s", CallEntity.State.ASKING).setParameter("n", now).executeUpdate());
            if (leased == 1) {
                ask(id);
                asked++;
            }
        }
        return asked;
    }
}
