package io.amphora.extension.console;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.Provided;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts that cards and the preview share. */
final class Lists {
    private Lists() {
    }

    static Badge health(Health health) {
        Badge.Tone tone = switch (health) {
            case OK -> Badge.Tone.SUCCESS;
            case OFF -> Badge.Tone.NEUTRAL;
            case WAITING -> Badge.Tone.WARNING;
            case BROKEN -> Badge.Tone.ERROR;
        };
        return Badge.text(tone, Texts.of("extension.health", health));
    }

    static UnorderedList problems(List<Problem> problems) {
        return texts(problems.stream().map(Texts::of).distinct().toList());
    }

    static UnorderedList texts(List<String> texts) {
        UnorderedList list = new UnorderedList();
        texts.forEach(text -> list.add(new ListItem(text)));
        return list;
    }

    /** By kind, one line each: Pages: Orders, New order. */
    static Div provided(List<Provided> provided) {
        Map<Provided.Kind, List<Provided>> byKind = new EnumMap<>(Provided.Kind.class);
        byKind.putAll(provided.stream().collect(Collectors.groupingBy(Provided::kind)));
        Div all = new Div();
        all.addClassName("extension-provides");
        byKind.forEach((kind, things) -> {
            Span label = new Span(Texts.of("extension.kind", kind));
            label.addClassName("extension-kind");
            all.add(new Div(label, new Span(things.stream().map(Lists::title).distinct().collect(Collectors.joining(", ")))));
        });
        return all;
    }

    private static String title(Provided thing) {
        return thing.active() ? thing.title() : Texts.of("extension.not-there", thing.title());
    }

    static Details details(List<Provided> provided) {
        Details details = new Details(Texts.of("extension.provides", provided.size()), provided(provided));
        details.setOpened(false);
        return details;
    }
}
