package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pick, ship, deliver, complete. */
@Component(service = FulfilOrder.class)
public final class FulfilOrder {
    private final ActOnOrder act;
    private final OrderStore store;
    private final StockOfLines stock;

    @Activate
    public FulfilOrder(@Reference ActOnOrder act, @Reference OrderStore store, @Reference StockOfLines stock) {
        this.act = act;
        this.store = store;
        this.stock = stock;
    }

    Order pick(Actor by, long id, long version, Set<Long> lineIds) {
        return act.run(by, id, version, OrderAction.PICK, lineIds, null, new ActOnOrder.Step() {
        });
    }

    Order ship(Actor by, long id, long version, Set<Long> lineIds, String carrier, String trackingNumber) {
        by.require(OrderAction.SHIP.permission());
        Problems problems = new Problems();
        String with = problems.optionalText("carrier", carrier, 100);
        String tracking = problems.optionalText("trackingNumber", trackingNumber, 100);
        problems.throwIfAny();
        return act.run(by, id, version, OrderAction.SHIP, lineIds, null, new ActOnOrder.Step() {
            @Override
            public void change(ActOnOrder.Acting a) {
                leave(a, with, tracking);
            }

            @Override
            public void stock(ActOnOrder.Acting a) {
                stock.consume(a.order(), a.lines(), by.name());
            }
        });
    }

    private void leave(ActOnOrder.Acting a, String carrier, String tracking) {
        ShipmentEntity shipment = new ShipmentEntity(a.order().id(), carrier, tracking, a.now(), a.by().name());
        a.em().persist(shipment);
        a.lines().forEach(l -> l.shippedWith(shipment.id()));
        String how = Stream.of(carrier, tracking).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!how.isEmpty()) {
            store.remember(a.em(), a.order(), a.now(), a.by(), "shipped", "tracking", null, how, null);
        }
    }

    Order deliver(Actor by, long id, long version, Set<Long> lineIds) {
        return act.run(by, id, version, OrderAction.DELIVER, lineIds, null, new ActOnOrder.Step() {
            @Override
            public void change(ActOnOrder.Acting a) {
                arrive(a);
            }
        });
    }

    /** A shipment has arrived when all of its lines have. */
    private void arrive(ActOnOrder.Acting a) {
        for (ShipmentEntity s : store.shipments(a.em(), a.order().id())) {
            boolean onTheWay = a.order().lines().stream().anyMatch(l -> Objects.equals(l.shipmentId(), s.id()) && l.status() == LineStatus.SHIPPED);
            if (!s.delivered() && !onTheWay) {
                s.deliveredAt(a.now());
            }
        }
    }

    Order complete(Actor by, long id, long version) {
        return act.run(by, id, version, OrderAction.COMPLETE, Set.of(), null, new ActOnOrder.Step() {
        });
    }
}
