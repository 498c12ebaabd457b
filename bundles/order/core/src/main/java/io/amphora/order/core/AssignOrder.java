package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives an order to a location; its claims on stock move there. */
@Component(service = AssignOrder.class)
public final class AssignOrder {
    private final ActOnOrder act;
    private final OrderStore store;
    private final StockOfLines stock;
    private final Locations locations;

    @Activate
    public AssignOrder(@Reference ActOnOrder act, @Reference OrderStore store, @Reference StockOfLines stock, @Reference Locations locations) {
        this.act = act;
        this.store = store;
        this.stock = stock;
        this.locations = locations;
    }

    Order assign(Actor by, long id, long version, long locationId, String assignee, String reason) {
        by.require(OrderAction.ASSIGN.permission());
        Problems problems = new Problems();
        String who = problems.optionalText("assignee", assignee, 100);
        String why = problems.optionalText("reason", reason, 1000);
        Location location = locations.active().stream().filter(l -> l.id() == locationId).findFirst().orElse(null);
        problems.check(location != null, "locationId", "order.location-unknown", "there is no active location {0}", String.valueOf(locationId));
        problems.throwIfAny();
        return act.run(by, id, version, OrderAction.ASSIGN, Set.of(), why, new ActOnOrder.Step() {
            @Override
            public void change(ActOnOrder.Acting a) {
                give(a, location, who);
            }

            @Override
            public void stock(ActOnOrder.Acting a) {
                stock.move(a.order(), a.lines(), locationId);
            }
        });
    }

    private void give(ActOnOrder.Acting a, Location to, String who) {
        OrderEntity order = a.order();
        if (!Objects.equals(order.locationId(), to.id())) {
            store.remember(a.em(), order, a.now(), a.by(), "assigned", "location", code(order.locationId()), to.code(), null);
        }
        if (!Objects.equals(order.assignee(), who)) {
            store.remember(a.em(), order, a.now(), a.by(), "assigned", "assignee", order.assignee(), who, null);
        }
        order.assignedTo(to.id(), who);
        a.lines().stream().filter(OrderLineEntity::stocked).forEach(l -> l.locate(to.id()));
    }

    private String code(Long id) {
        return id == null ? null : locations.active().stream().filter(l -> l.id() == id).map(Location::code).findFirst().orElse(String.valueOf(id));
    }
}
