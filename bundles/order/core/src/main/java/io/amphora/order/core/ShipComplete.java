package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import java.util.List;

/** Of an order that is wanted whole, nothing leaves before everything can. */
final class ShipComplete {
    private ShipComplete() {
    }

    /** @throws AmphoraException.Refused naming each line that is not ready, or would stay behind */
    static void require(OrderEntity order, OrderAction action, List<OrderLineEntity> leaving) {
        if (action != OrderAction.SHIP || !order.shipComplete()) {
            return;
        }
        List<Problem> behind = order.lines().stream().filter(l -> !l.status().isFinal() && l.status().compareTo(LineStatus.SHIPPED) < 0 && !leaving.contains(l))
                .map(l -> Problem.of("lines[" + (l.lineNo() - 1) + "]", "order.ship-complete", "the order is to leave whole, and line {0} ({1}) would stay behind: it is {2}",
                        String.valueOf(l.lineNo()), l.sku(), OrderStatus.valueOf(l.status().name()))).toList();
        if (!behind.isEmpty()) {
            throw new AmphoraException.Refused(behind);
        }
    }
}
