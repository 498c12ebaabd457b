package io.amphora.order.core;

import io.amphora.order.api.Order;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Lines change the order they belong to, with their ids: past the entities, which would take it for removing one and making another. */
final class OrderMoves {
    private OrderMoves() {
    }

    static void move(EntityManager em, List<OrderLineEntity> lines, OrderEntity from, OrderEntity to) {
        em.flush();
        int next = to.lines().stream().mapToInt(OrderLineEntity::lineNo).max().orElse(0);
        List<Object[]> rows = new ArrayList<>();
        for (OrderLineEntity line : lines) {
            next++;
            rows.add(new Object[] {to.id(), next, line.id(), from.id()});
        }
        Sql.batch(em, "update order_line set order_id = ?, line_no = ?, version = version + 1 where id = ? and order_id = ?", rows);
    }

    /** As it is in the database, still to be changed. */
    static OrderEntity reread(EntityManager em, OrderStore store, OrderEntity order) {
        em.flush();
        Order found = order.found();
        em.clear();
        OrderEntity again = store.require(em, order.id());
        again.foundAs(found);
        return again;
    }
}
