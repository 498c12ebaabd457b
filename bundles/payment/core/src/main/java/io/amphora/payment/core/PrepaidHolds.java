package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders that are paid in advance wait, on hold, until they are paid. Holds that people set are left to people. */
@Component(service = PrepaidHolds.class)
public final class PrepaidHolds {
    static final Actor SYSTEM = Actor.system("payment");
    static final String REASON = "to be paid in advance";

    private final Tx tx;
    private final Accounts accounts;
    private final OrderHolds holds;

    @Activate
    public PrepaidHolds(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference OrderHolds holds) {
        this.tx = tx;
        this.accounts = accounts;
        this.holds = holds;
    }

    /** Looks at those of these orders that are paid in advance; orders of other terms cost one query together. */
    void among(Collection<Long> orderIds) {
        List<Long> all = List.copyOf(orderIds);
        for (int i = 0; i < all.size(); i += Sql.MAX_IN) {
            List<Long> some = all.subList(i, Math.min(all.size(), i + Sql.MAX_IN));
            List<Number> prepaid = tx.call(em -> Sql.of("select a.order_id from payment_account a where a.terms = ? and", PaymentTerms.PREPAID).in(" a.order_id in", some).values(em));
            new ArrayList<>(prepaid).forEach(id -> follow(id.longValue()));
        }
    }

    /** Holds the order, or lets it go, as its payments stand. */
    void follow(long orderId) {
        try {
            tx.callWithRetry(em -> {
                Held held = accounts.hold(em, orderId);
                Optional<Hold> mine = held.order().holds().stream().filter(h -> h.isOpen() && h.type() == HoldType.PAYMENT).findFirst();
                boolean waits = held.account().terms() == PaymentTerms.PREPAID && alive(held.order()) && Accounts.open(held, PaymentRows.ofOrder(em, orderId)).signum() > 0;
                if (waits && mine.isEmpty()) {
                    holds.hold(SYSTEM, orderId, held.order().version(), HoldType.PAYMENT, null, REASON);
                } else if (!waits && mine.isPresent() && mine.get().setBy().equals(SYSTEM.name())) {
                    holds.release(SYSTEM, orderId, held.order().version(), mine.get().id(), "paid, or not to be paid in advance any more");
                }
                return null;
            });
        } catch (AmphoraException.NotFound e) {
            // an order that was taken back: nothing to wait for
            return;
        }
    }

    private static boolean alive(Order order) {
        return !order.historic() && order.status() != OrderStatus.DRAFT && !order.status().isFinal();
    }
}
