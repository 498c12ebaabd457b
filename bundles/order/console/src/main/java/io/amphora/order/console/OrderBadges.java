package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Badge.Tone;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /** Status, and that it is on hold: a list has no room for more, the tooltip says why. */
    static Component of(OrderRow row) {
        Badge status = of(row.status());
        if (row.holds().isEmpty()) {
            return status;
        }
        Badge held = Badge.of(Tone.WARNING, "order.on-hold");
        held.getElement().setAttribute("title", row.holds().stream().sorted().map(OrderBadges::text).collect(Collectors.joining(", ")));
        Div both = new Div(status, held);
        both.addClassName("badges");
        return both;
    }

    /** The day promised; loud when it is over and the goods have not left. */
    static Component due(OrderRow row, Formats formats) {
        if (row.due() == null) {
            return new Span();
        }
        boolean late = row.due().isBefore(LocalDate.now(formats.zone()));
        return late ? Badge.text(Tone.ERROR, formats.date(row.due())) : new Span(formats.date(row.due()));
    }

    /** One per type that holds. */
    static Badge of(HoldType hold) {
        return Badge.of(Tone.WARNING, "order.on-hold.badge", text(hold));
    }

    static String text(HoldType hold) {
        return Texts.of("hold.type", hold);
    }

    /** Which steps a hold stands against. */
    static String blocked(HoldType hold) {
        return Texts.of("order.hold.blocks", hold.blocks().stream().sorted().map(a -> Texts.of("order.action." + a.name().toLowerCase(Locale.ROOT))).collect(Collectors.joining(", ")));
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
