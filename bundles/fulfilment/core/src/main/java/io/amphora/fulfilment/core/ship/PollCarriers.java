package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.core.carrier.ActiveCarrier;
import io.amphora.fulfilment.core.carrier.CarrierBook;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks carriers about parcels on their way, and notices shipments that nothing is heard of. */
@Component(service = PollCarriers.class)
public final class PollCarriers {
    private static final Logger LOG = LoggerFactory.getLogger(PollCarriers.class);
    private static final Actor BY = Actor.system("tracking");

    private final Tx tx;
    private final CarrierBook carriers;
    private final TakeEvents take;
    private final FollowShipment follow;
    private final Setups setups;

    @Activate
    public PollCarriers(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference CarrierBook carriers, @Reference TakeEvents take, @Reference FollowShipment follow, @Reference Setups setups) {
        this.tx = tx;
        this.carriers = carriers;
        this.take = take;
        this.follow = follow;
        this.setups = setups;
    }

    /** @return how many events were new */
    int poll(Instant now, int limit) {
        Instant next = now.plus(Duration.ofMinutes(setups.now().pollMinutes()));
        Map<String, List<String>> numbers = new TreeMap<>();
        List<Number> due = tx.call(em -> Sql.of("select d.id from dispatch d where d.poll_after <= ?", now).first(limit).values(em));
        for (Number id : due) {
            tx.callWithRetry(em -> {
                // whoever moves the clock on asks: of several nodes one
                boolean mine = Sql.of("update dispatch set poll_after = ? where id = ? and poll_after <= ?", next, id.longValue(), now).update(em) == 1;
                DispatchEntity d = mine ? Dispatches.require(em, id.longValue()) : null;
                if (d != null && d.carrierId() != null && d.state().underWay()) {
                    d.parcels().stream().filter(p -> p.trackingNumber() != null && !p.state().isFinal())
                            .forEach(p -> numbers.computeIfAbsent(d.carrierId(), c -> new ArrayList<>()).add(p.trackingNumber()));
                }
                return null;
            });
        }
        return numbers.entrySet().stream().mapToInt(e -> ask(e.getKey(), e.getValue())).sum();
    }

    private int ask(String carrier, List<String> numbers) {
        Optional<ActiveCarrier> active = carriers.find(carrier);
        int taken = 0;
        for (int i = 0; active.isPresent() && i < numbers.size(); i += Carrier.MAX_TRACKED) {
            List<String> some = List.copyOf(numbers.subList(i, Math.min(numbers.size(), i + Carrier.MAX_TRACKED)));
            List<CarrierEvent> events = active.get().ask("tracking " + some.size() + " parcels", carriers.threads(), c -> c.track(some)).answer();
            taken += events == null ? 0 : keep(carrier, events);
        }
        return taken;
    }

    /** What a carrier tells is foreign: one bad event must not hide the good ones. */
    private int keep(String carrier, List<CarrierEvent> events) {
        int taken = 0;
        for (int i = 0; i < events.size(); i += TakeEvents.MAX) {
            List<CarrierEvent> some = events.subList(i, Math.min(events.size(), i + TakeEvents.MAX));
            try {
                taken += take.take(BY, carrier, some).taken();
            } catch (AmphoraException.Invalid e) {
                LOG.warn("Carrier {} tells what cannot be: {}", carrier, e.getMessage());
                taken += some.stream().mapToInt(one -> alone(carrier, one)).sum();
            }
        }
        return taken;
    }

    private int alone(String carrier, CarrierEvent event) {
        try {
            return take.take(BY, carrier, List.of(event)).taken();
        } catch (AmphoraException.Invalid e) {
            return 0;
        }
    }

    /** @return how many shipments have become late */
    int notice(Instant now, int limit) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant silent = now.minus(Duration.ofDays(setups.now().lateDays()));
        int late = 0;
        for (ShipmentState state : ShipmentState.allUnderWay()) {
            List<Number> ids = tx.call(em -> Sql.of("select d.id from dispatch d where d.dispatch_state = ? and d.late_since is null and (d.expected_on < ? or d.heard_at < ?)", state,
                    java.sql.Date.valueOf(today), silent).first(limit).values(em));
            for (Number id : ids) {
                late += tx.callWithRetry(em -> follow.judge(Dispatches.require(em, id.longValue()), BY, now)) ? 1 : 0;
            }
        }
        return late;
    }
}
