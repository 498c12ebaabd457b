package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.KitPart;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What had left and never arrives: it came back, or is given up. Its lines go no further, and nobody owes them. */
@Component(service = GoodsBack.class)
public final class GoodsBack {
    private final ActOnOrder act;
    private final Stock stock;
    private final Locations locations;

    @Activate
    public GoodsBack(@Reference ActOnOrder act, @Reference Stock stock, @Reference Locations locations) {
        this.act = act;
        this.stock = stock;
        this.locations = locations;
    }

    /** Goods on their way to a shelf. */
    private record Coming(String sku, long locationId, BigDecimal quantity) {
    }

    Order comeBack(Actor by, long id, long version, Set<Long> lineIds, BackTo to, Long locationId, String reason) {
        by.require(OrderAction.COME_BACK.permission());
        Problems problems = new Problems();
        problems.check(to != null, "to", "required", "must not be empty");
        problems.check(locationId == null || to != BackTo.STOCK || locations.active().stream().anyMatch(l -> l.id() == locationId), "locationId", "order.back-location",
                "goods can only be put back at an active location");
        String why = problems.text("reason", reason, ActOnOrder.REASON);
        problems.throwIfAny();
        return act.run(by, id, version, OrderAction.COME_BACK, lineIds, why, new ActOnOrder.Step() {
            @Override
            public void stock(ActOnOrder.Acting a) {
                if (to != BackTo.NOWHERE) {
                    receive(by, a.order(), a.lines().stream().filter(OrderLineEntity::stocked).flatMap(l -> goods(l, place(l, to, locationId))).toList());
                }
            }
        });
    }

    Order lose(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        by.require(OrderAction.LOSE.permission());
        return act.run(by, id, version, OrderAction.LOSE, lineIds, ActOnOrder.requiredReason(reason), new ActOnOrder.Step() {
        });
    }

    private long place(OrderLineEntity line, BackTo to, Long wanted) {
        if (to == BackTo.QUARANTINE) {
            return locations.quarantine().id();
        }
        if (wanted != null) {
            return wanted;
        }
        List<Location> active = locations.active();
        return active.stream().filter(l -> line.locationId() != null && l.id() == line.locationId()).findFirst().or(() -> active.stream().findFirst()).map(Location::id)
                .orElseThrow(() -> new AmphoraException.Invalid(Problem.of("locationId", "order.back-location", "goods can only be put back at an active location")));
    }

    /** Of a kit, the parts that left with it. */
    private static Stream<Coming> goods(OrderLineEntity line, long place) {
        List<KitPart> parts = line.kitParts();
        return parts.isEmpty() ? Stream.of(new Coming(line.sku(), place, line.quantity()))
                : parts.stream().map(p -> new Coming(p.sku(), place, p.quantity().multiply(line.quantity())));
    }

    /** In the order of all who move stock. Who may fulfil may put goods back, in his name. */
    private void receive(Actor by, OrderEntity order, List<Coming> coming) {
        Actor mover = new Actor(by.name(), by.displayName(), Set.of(Stock.ADJUST));
        coming.stream().sorted(Comparator.comparing(Coming::sku).thenComparing(Coming::locationId))
                .forEach(c -> stock.receive(mover, c.sku(), c.locationId(), Numbers.quantity(c.quantity()), "order:" + order.id()));
    }
}
