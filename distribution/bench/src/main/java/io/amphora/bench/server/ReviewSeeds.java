package io.amphora.bench.server;

import io.amphora.common.Actor;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders that wait for somebody's approval: of three lines, one of them below its list price. */
@Component(service = ReviewSeeds.class)
public final class ReviewSeeds {
    private static final Actor CLERK = Actor.system("bench-clerk");

    @Reference
    private OrderEntry entry;

    Map<String, Object> orders(long customer, int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<NewOrder.Line> lines = List.of(line(i, "5.00"), line(i + 1, null), line(i + 2, null));
            Order order = entry.place(CLERK, new NewOrder("bench", null, customer, null, "EUR", null, null, null, lines));
            if (order.status() != OrderStatus.IN_REVIEW) {
                throw new IllegalStateException("nothing was found in " + order.number());
            }
            ids.add(order.id());
        }
        return Map.of("orders", ids);
    }

    private static NewOrder.Line line(int i, String price) {
        return new NewOrder.Line("BENCH-" + i % Seeds.SKUS, BigDecimal.ONE, price == null ? null : new BigDecimal(price));
    }
}
