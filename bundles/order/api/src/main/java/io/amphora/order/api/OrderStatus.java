package io.amphora.order.api;

import java.util.Collection;
import java.util.Comparator;

/** Where an order stands: always derived from its lines, never set. */
public enum OrderStatus {
    DRAFT, IN_REVIEW, APPROVED, ASSIGNED, PICKED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED, COMPLETED, CANCELLED, REJECTED;

    /**
     * The status of an order with lines of these statuses: cancelled and rejected lines do not count while there are others; of the
     * rest the least advanced one decides, except that an order of which some lines have left the house is partially shipped.
     */
    public static OrderStatus of(Collection<LineStatus> lines) {
        var live = lines.stream().filter(s -> s != LineStatus.CANCELLED && s != LineStatus.REJECTED).toList();
        if (live.isEmpty()) {
            return lines.isEmpty() ? DRAFT : lines.contains(LineStatus.REJECTED) ? REJECTED : CANCELLED;
        }
        LineStatus least = live.stream().min(Comparator.naturalOrder()).orElseThrow();
        boolean someLeft = live.stream().anyMatch(s -> s.compareTo(LineStatus.SHIPPED) >= 0);
        return someLeft && least.compareTo(LineStatus.SHIPPED) < 0 ? PARTIALLY_SHIPPED : valueOf(least.name());
    }

    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED || this == REJECTED;
    }
}
