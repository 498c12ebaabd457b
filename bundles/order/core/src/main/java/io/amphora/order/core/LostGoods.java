package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.inventory.api.ReservationHolder;
import io.amphora.order.api.LineStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A count found less than lines of orders hold: those that can wait best do, until there is stock again. */
@Component
public final class LostGoods implements ReservationHolder {
    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;

    @Activate
    public LostGoods(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
    }

    private record Held(OrderEntity order, OrderLineEntity line, BigDecimal quantity) {
    }

    @Override
    public BigDecimal giveWay(Actor by, String sku, long locationId, List<Claim> claims, BigDecimal lacking, String reason) {
        return tx.call(em -> {
            BigDecimal free = BigDecimal.ZERO;
            Set<OrderEntity> hit = new LinkedHashSet<>();
            for (Held h : waiting(em, claims)) {
                if (free.compareTo(lacking) < 0) {
                    lose(em, by, h, sku, reason);
                    hit.add(h.order());
                    free = free.add(h.quantity());
                }
            }
            hit.forEach(o -> store.publish(o, by, "short"));
            return free;
        });
    }

    /** Those that nobody has taken from the shelf; the lowest priority first, then as given. */
    private List<Held> waiting(EntityManager em, List<Claim> claims) {
        Map<Long, OrderEntity> orders = new HashMap<>();
        List<Held> held = new ArrayList<>();
        for (Claim c : claims) {
            OrderEntity order = orders.computeIfAbsent(c.orderId(), id -> store.find(em, id).orElse(null));
            if (order != null) {
                order.lines().stream().filter(l -> l.id() == c.lineId() && l.status().compareTo(LineStatus.PICKED) < 0).forEach(l -> held.add(new Held(order, l, c.quantity())));
            }
        }
        held.sort(Comparator.comparing(h -> h.order().delivery().priority()));
        return held;
    }

    private void lose(EntityManager em, Actor by, Held h, String sku, String reason) {
        Instant now = OrderStore.now();
        store.remember(em, h.order(), now, by, "short", "stock", Numbers.quantity(h.line().quantity()).toPlainString() + " × " + sku, "backorder", reason);
        h.order().touched(now);
        // a version conflict must show before rows that others want are locked
        em.flush();
        stock.release(h.order(), List.of(h.line()));
        stock.waits(h.order(), h.line());
        h.order().touched(OrderStore.now());
    }
}
