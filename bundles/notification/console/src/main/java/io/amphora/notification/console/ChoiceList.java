package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import io.amphora.notification.api.Subscriptions.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a subject is told, and how: a row per occasion, a box per transport. Kept with each click. */
final class ChoiceList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Subscriptions subscriptions;
    private final transient Actor actor;
    private final transient Subject subject;
    private long seen;

    ChoiceList(Subscriptions subscriptions, Actor actor, Subject subject) {
        this.subscriptions = subscriptions;
        this.actor = actor;
        this.subject = subject;
        show();
    }

    private void show() {
        removeAll();
        seen = subscriptions.version(actor, subject);
        Map<Occasion, List<Choice>> rows = subscriptions.of(actor, subject).stream().collect(Collectors.groupingBy(Choice::occasion, LinkedHashMap::new, Collectors.toList()));
        if (rows.isEmpty()) {
            Span none = new Span(Texts.of("subscription.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("choices");
        rows.forEach((occasion, choices) -> list.add(row(occasion, choices)));
        add(list);
    }

    private ListItem row(Occasion occasion, List<Choice> choices) {
        Span what = new Span(Words.occasion(occasion));
        what.addClassName("choice-what");
        Div ways = new Div();
        ways.addClassName("choice-ways");
        choices.forEach(c -> ways.add(box(c)));
        if (subject.kind() == Subject.Kind.PERSON && choices.stream().anyMatch(Choice::own)) {
            ways.add(inherit(occasion, choices));
        }
        ListItem row = new ListItem(what, ways);
        row.addClassName("choice-row");
        return row;
    }

    private Checkbox box(Choice c) {
        Checkbox box = new Checkbox(Words.transport(c.transport()), c.wanted());
        box.setId("choice-" + c.occasion().id() + "-" + c.transport());
        box.setAriaLabel(Words.occasion(c.occasion()) + ": " + Words.transport(c.transport()));
        box.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                Toast.guard(() -> subscriptions.set(actor, subject, c.occasion(), c.transport(), e.getValue(), seen));
                show();
            }
        });
        return box;
    }

    /** Gives up what the person chose. */
    private Button inherit(Occasion occasion, List<Choice> choices) {
        Button button = new Button(Texts.of("subscription.inherit"), e -> {
            Toast.guard(() -> choices.stream().filter(Choice::own).forEach(c -> subscriptions.set(actor, subject, occasion, c.transport(), null, seen++)));
            show();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setId("inherit-" + occasion.id());
        button.setAriaLabel(Texts.of("subscription.inherit.of", Words.occasion(occasion)));
        return button;
    }
}
