package io.amphora.fulfilment.core.ship;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.SearchText;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shipments in the database. */
@Component(service = Dispatches.class)
public final class Dispatches {
    /** At most so many are found by a text. */
    private static final int FOUND = 200;
    /** Not gone yet. */
    static final Set<ShipmentState> PACKING = Set.of(ShipmentState.PREPARING, ShipmentState.LABELLED);

    /** What the order's timeline tells by itself. */
    private static final Set<String> TOLD = Set.of("packed", "shipped", "delivered");

    private final Outbox outbox;
    private final OrderHistory history;

    @Activate
    public Dispatches(@Reference Outbox outbox, @Reference OrderHistory history) {
        this.outbox = outbox;
        this.history = history;
    }

    /** As exact as both databases keep it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static DispatchEntity require(EntityManager em, long id) {
        List<DispatchEntity> found = em.createQuery("select d from DispatchEntity d where d.id = :id", DispatchEntity.class).setParameter("id", id).getResultList();
        if (found.isEmpty()) {
            throw new AmphoraException.NotFound("shipment", id);
        }
        return found.get(0);
    }

    /** As the caller saw it, and so that the action is possible. */
    static DispatchEntity require(EntityManager em, long id, long version, ShipmentAction action) {
        DispatchEntity d = require(em, id);
        if (d.version() != version) {
            throw new AmphoraException.Stale("shipment", d.number(), version, d.version());
        }
        allowed(d, action);
        return d;
    }

    static void allowed(DispatchEntity d, ShipmentAction action) {
        if (d.pending() != null) {
            throw new AmphoraException.Refused(Problem.of("", "shipment.pending", "shipment {0} waits for the carrier''s answer to {1}", d.number(), d.pending()));
        }
        if (!action.appliesTo(d.state())) {
            throw illegal(d, action, d.state());
        }
    }

    static AmphoraException illegal(DispatchEntity d, ShipmentAction action, ShipmentState state) {
        return new AmphoraException.Refused(Problem.of("", "shipment.illegal", "{0} is not possible: shipment {1} is {2}; possible now: {3}", action, d.number(), state,
                List.copyOf(ShipmentAction.nextOf(state))));
    }

    static List<DispatchEntity> ofOrder(EntityManager em, long orderId) {
        return em.createQuery("select d from DispatchEntity d where d.orderId = :o order by d.id", DispatchEntity.class).setParameter("o", orderId).getResultList();
    }

    /** What is picked and in no parcel that is being packed. @param except a shipment that does not count */
    static List<ToPack> toPack(EntityManager em, Order order, Long except) {
        Map<Long, BigDecimal> packed = new HashMap<>();
        ofOrder(em, order.id()).stream().filter(d -> PACKING.contains(d.state()) && !Objects.equals(except, d.id()))
                .flatMap(d -> d.parcels().stream()).flatMap(p -> p.items().stream()).forEach(i -> packed.merge(i.lineId(), i.quantity(), BigDecimal::add));
        return order.lines().stream().filter(l -> l.status() == LineStatus.PICKED)
                .map(l -> new ToPack(l.id(), l.position(), l.sku(), l.name(), Quantities.plain(l.quantity().subtract(packed.getOrDefault(l.id(), BigDecimal.ZERO))), l.unit()))
                .filter(l -> l.quantity().signum() > 0).toList();
    }

    /** One more than the page has, if there are more; newest first. */
    static List<DispatchEntity> page(EntityManager em, ShipmentFilter filter, PageRequest page) {
        Set<Long> found = filter.text() == null || filter.text().isBlank() ? null : byText(em, filter.text().strip());
        if (found != null && found.isEmpty()) {
            return List.of();
        }
        Collection<ShipmentState> states = filter.states() == null || filter.states().isEmpty() ? java.util.Collections.singletonList(null) : new HashSet<>(filter.states());
        List<DispatchEntity> all = new ArrayList<>();
        for (ShipmentState state : states) {
            String index = found != null ? null : state != null ? "dispatch_by_state" : Boolean.TRUE.equals(filter.late()) ? "dispatch_troubled" : "dispatch_newest";
            Sql sql = Sql.of("select d.* from dispatch d");
            if (index != null) {
                sql.walking(index);
            }
            sql.add(" where d.id < ?", page.afterNumber() == null ? Long.MAX_VALUE : page.afterNumber()).addIf(state, " and d.dispatch_state = ?").addIf(filter.carrier(), " and d.carrier_id = ?");
            if (filter.late() != null) {
                sql.add(filter.late() ? " and d.troubled = 1 and d.late_since is not null" : " and d.late_since is null");
            }
            if (found != null) {
                sql.in(" and d.id in", found);
            }
            all.addAll(sql.add(" order by d.id desc").first(page.size() + 1).entities(em, DispatchEntity.class));
        }
        return all.stream().sorted(Comparator.comparing(DispatchEntity::id).reversed()).limit(page.size() + 1L).toList();
    }

    private static Set<Long> byText(EntityManager em, String text) {
        String from = SearchText.key(text, 40);
        String to = SearchText.after(from);
        Set<Long> ids = new LinkedHashSet<>();
        for (String column : List.of("select d.id from dispatch d where d.number_lower", "select d.id from dispatch d where d.order_lower", "select d.dispatch_id from dispatch_parcel d where d.tracking_lower")) {
            List<Number> some = Sql.of(column + " >= ?", from).add(column.substring(column.indexOf(" where ")).replace(" where ", " and ") + " < ?", to).first(FOUND).values(em);
            some.stream().filter(n -> ids.size() < Sql.MAX_IN).forEach(n -> ids.add(n.longValue()));
        }
        return ids;
    }

    /** @param what {@code packed}, {@code labelled} */
    void publish(DispatchEntity d, Actor by, String what) {
        outbox.add("shipment." + what, Long.toString(d.id()), JsonNodeFactory.instance.objectNode().put("by", by.name()).put("number", d.number()).put("order", d.orderId())
                .put("orderNumber", d.orderNumber()).put("state", d.state().name()).toString());
        if (!TOLD.contains(what)) {
            history.add(d.orderId(), by.name(), "shipment-" + what, d.number());
        }
    }

    /** As {@code in-transit}. */
    static String word(ShipmentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
