package io.amphora.fulfilment.core.pick;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.ShortRemedy;
import io.amphora.fulfilment.core.ship.Quantities;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderShortages;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What picking comes to on the lines of orders. Joins the running transaction. */
@Component(service = PickedLines.class)
public final class PickedLines {
    private final OrderQueries orders;
    private final OrderActions actions;
    private final OrderShortages shortages;
    private final PickStore store;

    @Activate
    public PickedLines(@Reference OrderQueries orders, @Reference OrderActions actions, @Reference OrderShortages shortages, @Reference PickStore store) {
        this.store = store;
        this.orders = orders;
        this.actions = actions;
        this.shortages = shortages;
    }

    /** All of the line is taken, of a kit all components: it is picked. */
    void complete(EntityManager em, Actor by, PickItemEntity item) {
        List<PickItemEntity> all = PickStore.ofLine(em, item);
        if (all.isEmpty() || !all.stream().allMatch(PickItemEntity::done)) {
            return;
        }
        Order order = orders.find(by, item.orderId());
        Order.Line line = line(order, item.lineId());
        if (line.status() == LineStatus.ASSIGNED) {
            actions.pick(by, order.id(), order.version(), Set.of(line.id()));
        } else if (line.status() != LineStatus.PICKED) {
            throw new AmphoraException.Refused(Problem.of("code", "pick.line-gone", "{0}: line {1} of order {2} is {3} now, put it back", item.sku(), String.valueOf(line.position()), order.number(),
                    line.status()));
        }
    }

    private static Order.Line line(Order order, long id) {
        return order.lines().stream().filter(l -> l.id() == id).findFirst()
                .orElseThrow(() -> new AmphoraException.Refused(Problem.of("code", "pick.no-line", "order {0} does not have this line any more", order.number())));
    }

    /** What was picked goes on; the rest of the line is parted from it and gets the remedy. */
    void lacks(EntityManager em, Actor by, PickItemEntity item, ShortRemedy remedy, String reason) {
        Order order = orders.find(by, item.orderId());
        Order.Line line = line(order, item.lineId());
        // of a kit only whole ones go on
        BigDecimal goesOn = item.each() == null ? item.picked() : item.picked().divide(item.each(), 0, RoundingMode.DOWN);
        BigDecimal lacks = line.quantity().subtract(goesOn);
        long parted = line.id();
        if (goesOn.signum() > 0) {
            order = actions.split(by, order.id(), order.version(), line.id(), Quantities.plain(lacks));
            parted = order.lines().stream().mapToLong(Order.Line::id).max().orElseThrow();
        }
        List<PickItemEntity> all = PickStore.ofLine(em, item);
        for (PickItemEntity i : all) {
            BigDecimal keeps = i.each() == null ? goesOn : goesOn.multiply(i.each());
            if (i == item) {
                store.putBack(em, by, i, keeps);
                i.lacks(i.wanted().subtract(item.each() == null ? goesOn : goesOn.multiply(item.each())), reason);
            } else if (i.each() != null) {
                store.putBack(em, by, i, keeps);
                i.less(keeps);
            }
        }
        em.flush();
        shortages.missing(by, order.id(), order.version(), parted, item.sku(), OrderShortages.Remedy.valueOf(remedy.name()), reason);
        if (goesOn.signum() > 0) {
            complete(em, by, item);
        }
    }
}
