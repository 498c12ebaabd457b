package io.amphora.transfer.core.replay;

import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.transfer.api.PastOrder;
import java.util.List;
import java.util.stream.Stream;

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

    /** What can be said of it even if it is wrong; not to be placed. */
    static NewOrder asFarAsKnown(PastOrder o, String channel) {
        List<PastOrder.Charge> charges = o.charges().stream().filter(c -> c.amount() != null && (c.type() == null || Stream.of(ChargeType.values()).anyMatch(t -> t.name().equals(c.type())))).toList();
        return of(new PastOrder(o.number(), o.customerNumber(), o.reference(), o.currency(), o.shipTo(), o.wishedDate(), o.note(), o.lines(), charges, o.total(), o.payments(), o.life()), channel, null);
    }

    static Discount discount(PastOrder.Line l) {
        return l.discountPercent() == null || l.discountPercent().signum() == 0 ? null : new Discount(l.discountPercent(), null);
    }
}
