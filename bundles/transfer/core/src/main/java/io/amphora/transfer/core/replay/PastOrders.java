package io.amphora.transfer.core.replay;

import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.transfer.api.PastOrder;
import java.util.List;

/** An order of the past in the words of the order domain. */
final class PastOrders {
    private PastOrders() {
    }

    /** Prices count as with tax: what the source says is owed is owed. What is open may wait for goods. */
    static NewOrder of(PastOrder o, String channel, Long customerId) {
        List<NewOrder.Line> lines = o.lines().stream().map(l -> new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice(), discount(l), null, null)).toList();
        List<NewOrder.Charge> charges = o.charges().stream().filter(c -> c.amount().signum() > 0)
                .map(c -> new NewOrder.Charge(c.type() == null ? ChargeType.OTHER : ChargeType.valueOf(c.type()), c.text(), c.amount(), null)).toList();
        return new NewOrder(channel, o.number(), customerId, o.reference(), o.currency(), o.shipTo(), o.wishedDate(), o.note(), lines, new NewOrder.Delivery(false, true, 0), null, charges, true);
    }

    static Discount discount(PastOrder.Line l) {
        return l.discountPercent() == null || l.discountPercent().signum() == 0 ? null : new Discount(l.discountPercent(), null);
    }
}
