package io.amphora.order.core;

import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes what other domains have to say beside what happened to the order itself. */
@Component
public final class OrderHistoryService implements OrderHistory {
    private static final int NOTE = 2000;

    private final Tx tx;

    @Activate
    public OrderHistoryService(@Reference(target = "(domain=order)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public void add(long orderId, String who, String what, String note) {
        tx.call(em -> {
            em.persist(new TimelineEntity(orderId, OrderStore.now(), who, what, null, null, null, Texts.cut(note, NOTE)));
            return null;
        });
    }
}
