package io.amphora.bench.server;

import io.amphora.common.PageRequest;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long the orders list takes in the database layer, in milliseconds: median of some runs after warming up. */
@Component(service = ListTimes.class)
public final class ListTimes {
    private static final int RUNS = 15;
    private static final int DEEP = 10_000;

    @Reference
    private OrderQueries queries;

    Map<String, Object> measure() {
        Map<String, Object> times = new LinkedHashMap<>();
        Instant from = Instant.parse("2021-06-01T00:00:00Z");
        times.put("first page", time(OrderFilter.ALL, null));
        times.put("by number", time(OrderFilter.ofText("B77777"), null));
        times.put("by customer name", time(OrderFilter.ofText("Customer 42"), null));
        times.put("by status, frequent", time(OrderFilter.ofStatus(OrderStatus.COMPLETED), null));
        times.put("by status, rare", time(OrderFilter.ofStatus(OrderStatus.CANCELLED), null));
        times.put("by status, none", time(OrderFilter.ofStatus(OrderStatus.PICKED), null));
        times.put("by channel", time(new OrderFilter(null, null, "bench3", null, null, null, null, null, null), null));
        times.put("by country", time(new OrderFilter(null, null, null, null, "Norway", null, null, null, null), null));
        times.put("by customer", time(OrderFilter.ofCustomer(1), null));
        times.put("by dates", time(new OrderFilter(null, null, null, null, null, from, from.plusSeconds(86_400), null, null), null));
        times.put("by status and country", time(new OrderFilter(null, Set.of(OrderStatus.CANCELLED), null, null, "Norway", null, null, null, null), null));
        times.put("history only", time(new OrderFilter(null, null, null, null, null, null, null, null, true), null));
        times.put("page 10,000", time(OrderFilter.ALL, deepCursor()));
        times.put("count to 999", count());
        return times;
    }

    private double time(OrderFilter filter, String after) {
        PageRequest page = new PageRequest(after, PageRequest.DEFAULT);
        return median(() -> queries.list(Seeds.BY, filter, page));
    }

    private double count() {
        return median(() -> queries.counts(Seeds.BY, Set.of(OrderStatus.values()), 999));
    }

    private static double median(Runnable query) {
        double[] millis = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            query.run();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return Math.round(millis[RUNS / 2] * 100) / 100.0;
    }

    /** Walks there as a scrolling user would, in the largest steps. */
    private String deepCursor() {
        String cursor = null;
        for (int row = 0; row < DEEP * PageRequest.DEFAULT; row += PageRequest.MAX) {
            String next = queries.list(Seeds.BY, OrderFilter.ALL, new PageRequest(cursor, PageRequest.MAX)).next();
            if (next == null) {
                return cursor;
            }
            cursor = next;
        }
        return cursor;
    }
}
