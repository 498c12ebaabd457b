package io.amphora.order.core;

import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What every change of an order leaves behind, whatever use case makes it: the state that it ended, for looking back, and the rows of lines that wait for stock.
 * Placing an order leaves nothing: no state has ended.
 */
@Component(service = Traces.class)
public final class Traces {
    private final Tx tx;

    @Activate
    public Traces(@Reference(target = "(domain=order)") Tx tx) {
        this.tx = tx;
    }

    /** Somebody has read it to change it. */
    OrderEntity begin(OrderEntity order) {
        if (order.found() == null) {
            order.foundAs(order.toOrder(List.of(), List.of()));
        }
        return order;
    }

    /** Somebody has changed it. May be called before all is done, and more than once. */
    void end(OrderEntity order) {
        boolean waited = order.found() != null && order.found().backordered();
        if (order.found() != null) {
            tx.call(em -> {
                em.persist(new PastEntity(order.id(), OrderStore.now(), order.found()));
                return null;
            });
            order.foundAs(null);
        }
        tx.beforeCommit(() -> {
            if (waited || order.backordered()) {
                tx.call(em -> waiting(em, order));
            }
        });
    }

    private static Void waiting(EntityManager em, OrderEntity order) {
        em.flush();
        Sql.of("delete from order_backorder where order_id = ?", order.id()).update(em);
        Sql.batch(em, "insert into order_backorder (line_id, order_id, sku, quantity, priority, placed_key, kit) values (?,?,?,?,?,?,?)", order.lines().stream()
                .filter(OrderLineEntity::backordered).map(l -> new Object[] {l.id(), order.id(), l.sku(), l.quantity(), order.priority(), order.placedKey(), !l.wanted().parts().isEmpty()}).toList());
        return null;
    }
}
