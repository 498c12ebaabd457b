package io.amphora.order.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Badge.Tone;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.OrderStatus;

/** How statuses look: what waits for somebody is loud, what is done is calm. */
final class OrderBadges {
    private OrderBadges() {
    }

    static Badge of(OrderStatus status) {
        return Badge.text(tone(status), Texts.of("order.status", status));
    }

    static Badge of(LineStatus status) {
        return Badge.text(tone(OrderStatus.valueOf(status.name())), Texts.of("order.status", status));
    }

    static Tone tone(OrderStatus status) {
        return switch (status) {
            case DRAFT -> Tone.NEUTRAL;
            case IN_REVIEW -> Tone.WARNING;
            case APPROVED, ASSIGNED, PICKED, PARTIALLY_SHIPPED -> Tone.INFO;
            case SHIPPED, DELIVERED, COMPLETED -> Tone.SUCCESS;
            case CANCELLED, REJECTED -> Tone.ERROR;
        };
    }
}
