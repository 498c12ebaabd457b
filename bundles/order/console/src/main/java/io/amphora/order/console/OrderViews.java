package io.amphora.order.console;

import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.Formats;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The saved views of the orders list: each is a stage that somebody works on. */
final class OrderViews {
    static final String HISTORY = "history";
    static final String HELD = "held";
    static final String LATE = "late";
    static final String BACKORDERED = "backordered";
    /** View id (also message key {@code order.view.<id>}) to the statuses it shows. */
    static final Map<String, Set<OrderStatus>> STAGES = stages();

    private OrderViews() {
    }

    private static Map<String, Set<OrderStatus>> stages() {
        Map<String, Set<OrderStatus>> views = new LinkedHashMap<>();
        views.put("review", EnumSet.of(OrderStatus.IN_REVIEW));
        views.put("assign", EnumSet.of(OrderStatus.APPROVED));
        views.put("pick", EnumSet.of(OrderStatus.ASSIGNED));
        views.put("ship", EnumSet.of(OrderStatus.PICKED, OrderStatus.PARTIALLY_SHIPPED));
        views.put("transit", EnumSet.of(OrderStatus.SHIPPED));
        views.put("delivered", EnumSet.of(OrderStatus.DELIVERED));
        views.put("drafts", EnumSet.of(OrderStatus.DRAFT));
        return views;
    }

    /** What the filter bar says, as the order domain understands it. Nonsense in the address is ignored. */
    static OrderFilter filter(Filter bar) {
        Set<OrderStatus> stage = STAGES.get(bar.view());
        Set<OrderStatus> statuses = stage != null ? stage : bar.value("status", OrderStatus.class).<Set<OrderStatus>>map(EnumSet::of).orElse(null);
        Boolean historic = bar.view().equals(HISTORY) ? Boolean.TRUE : null;
        return new OrderFilter(bar.text().isEmpty() ? null : bar.text(), statuses, bar.value("channel").orElse(null), bar.value("customer").map(OrderViews::number).orElse(null),
                bar.value("country").orElse(null), bar.day("from").map(OrderViews::start).orElse(null), bar.day("to").map(d -> start(d.plusDays(1))).orElse(null), null, historic,
                holds(bar), bar.view().equals(BACKORDERED) ? Boolean.TRUE : null, bar.view().equals(LATE) ? LocalDate.now(Formats.current().zone()) : null);
    }

    private static Set<HoldType> holds(Filter bar) {
        return bar.value("hold", HoldType.class).<Set<HoldType>>map(EnumSet::of).orElse(bar.view().equals(HELD) ? EnumSet.allOf(HoldType.class) : null);
    }

    private static Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Formats.current().zone()).toInstant();
    }
}
