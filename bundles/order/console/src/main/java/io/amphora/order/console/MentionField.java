package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.identity.api.People;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to write a remark in; whoever types {@code @} is offered people whose name begins so. Tab goes to them, Enter takes one. */
final class MentionField extends Div {
    private static final long serialVersionUID = 1L;
    private static final Pattern BEGUN = Pattern.compile("(?:^|\\s)@([\\p{L}\\p{N}._-]{0,40})$");
    private static final int CHOICES = 6;

    private final TextField text = new TextField();
    private final Div choices = new Div();
    private final transient Supplier<People> people;
    private final transient Actor actor;

    /** @param people gives null while that domain is away */
    MentionField(Supplier<People> people, Actor actor) {
        this.people = people;
        this.actor = actor;
        addClassName("mention-field");
        text.setPlaceholder(Texts.of("order.comment.hint"));
        text.setAriaLabel(Texts.of("order.comment"));
        text.setMaxLength(1000);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setId("remark");
        text.addValueChangeListener(e -> offer(e.getValue()));
        choices.addClassName("mention-choices");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of("order.mention.choices")).setAttribute("aria-live", "polite");
        choices.setVisible(false);
        add(text, choices);
    }

    private void offer(String value) {
        choices.removeAll();
        Matcher begun = BEGUN.matcher(value);
        People all = people.get();
        List<People.Person> found = all == null || !begun.find() ? List.of() : all.find(actor, begun.group(1), CHOICES);
        found.forEach(p -> {
            Button choice = new Button(p.displayName() + "  @" + p.name(), e -> take(p));
            choice.addThemeVariants(ButtonVariant.LUMO_SMALL);
            choices.add(choice);
        });
        choices.setVisible(!found.isEmpty());
    }

    private void take(People.Person person) {
        String before = text.getValue();
        text.setValue(before.substring(0, before.lastIndexOf('@')) + "@" + person.name() + " ");
        choices.setVisible(false);
        text.focus();
    }

    String getValue() {
        return text.getValue();
    }

    void clear() {
        text.clear();
        choices.setVisible(false);
    }
}
