package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How shipments read. */
final class ShipmentTexts {
    private ShipmentTexts() {
    }

    static Badge badge(ShipmentState state) {
        Badge.Tone tone = switch (state) {
            case PREPARING, CANCELLED -> Badge.Tone.NEUTRAL;
            case LABELLED, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY -> Badge.Tone.INFO;
            case DELIVERED -> Badge.Tone.SUCCESS;
            case EXCEPTION, RETURNING, RETURNED -> Badge.Tone.WARNING;
            case LOST -> Badge.Tone.ERROR;
        };
        return Badge.text(tone, Texts.of("shipment.state", state));
    }

    /** State, and whether it is late. */
    static Component badges(ShipmentState state, Instant lateSince) {
        Span all = new Span(badge(state));
        if (lateSince != null) {
            all.add(new Span(" "), Badge.of(Badge.Tone.ERROR, "shipment.late"));
        }
        return all;
    }

    /** {@code DHL · express}. */
    static String carrier(String carrier, String service) {
        return Stream.of(carrier, service).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** {@code 1.2 kg · 30 × 20 × 10 cm}. */
    static String size(Shipment.Parcel p) {
        Formats f = Formats.current();
        String sides = Stream.of(p.lengthCm(), p.widthCm(), p.heightCm()).filter(Objects::nonNull).map(s -> f.number(plain(s))).collect(Collectors.joining(" × "));
        return Stream.of(p.weightKg() == null ? null : f.number(plain(p.weightKg())) + " kg", sides.isEmpty() ? null : sides + " cm").filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.stripTrailingZeros();
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }

    static Button small(String labelKey, String id, Runnable action) {
        Button button = new Button(Texts.of(labelKey), e -> action.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    static Div row(String style, Component... content) {
        Div row = new Div(content);
        row.addClassName(style);
        return row;
    }
}
