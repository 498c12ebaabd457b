package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentRow;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shipments as people see them. */
@Component
public final class StoredShipments implements Shipments {
    private static final int EVENTS = 500;

    private final Tx tx;
    private final OrderQueries orders;

    @Activate
    public StoredShipments(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders) {
        this.tx = tx;
        this.orders = orders;
    }

    @Override
    public Shipment find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> Dispatches.require(em, id).toShipment());
    }

    @Override
    public Page<ShipmentRow> list(Actor by, ShipmentFilter filter, PageRequest page) {
        by.require(READ);
        return tx.call(em -> Page.of(Dispatches.page(em, filter, page), page.size(), DispatchEntity::id).map(DispatchEntity::toRow));
    }

    @Override
    public int count(Actor by, ShipmentFilter filter, int limit) {
        by.require(READ);
        return Math.min(limit, tx.call(em -> Dispatches.page(em, filter, PageRequest.first(Math.min(limit, PageRequest.MAX))).size()));
    }

    @Override
    public int countTroubled(Actor by, int limit) {
        by.require(READ);
        return tx.call(em -> Sql.of("select d.id from dispatch d").walking("dispatch_troubled").add("where d.troubled = 1").first(limit).values(em).size());
    }

    @Override
    public List<Shipment> ofOrder(Actor by, long orderId) {
        by.require(READ);
        return tx.call(em -> Dispatches.ofOrder(em, orderId).stream().map(DispatchEntity::toShipment).toList());
    }

    @Override
    public List<ToPack> toPack(Actor by, long orderId) {
        by.require(READ);
        return tx.call(em -> Dispatches.toPack(em, orders.find(by, orderId), null));
    }

    @Override
    public List<TrackingEvent> events(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> em.createQuery("select e from EventEntity e where e.dispatchId = :d order by e.happenedAt desc, e.id desc", EventEntity.class)
                .setParameter("d", Dispatches.require(em, id).id()).setMaxResults(EVENTS).getResultStream().map(EventEntity::toEvent).toList());
    }

    @Override
    public Optional<byte[]> label(Actor by, long id, int parcel) {
        by.require(READ);
        return tx.call(em -> Dispatches.require(em, id).parcels().stream().filter(p -> p.number() == parcel && p.toParcel().label()).findFirst()
                .map(p -> em.find(LabelEntity.class, p.id())).map(LabelEntity::content));
    }
}
