package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What an empty page shows: what belongs here, and the first step. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    /** @param icon {@code cart}; @param titleKey message key; @param textKey message key of a sentence or two */
    public EmptyState(String icon, String titleKey, String textKey) {
        addClassName("empty-state");
        add(new Icons(icon), new H2(Texts.of(titleKey)), new Paragraph(Texts.of(textKey)));
    }

    /** A button for the first step. */
    public EmptyState step(String labelKey, Runnable action) {
        Button button = new Button(Texts.of(labelKey), e -> action.run());
        if (getElement().getChildren().noneMatch(e -> e.getTag().equals("vaadin-button"))) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        add(button);
        return this;
    }

    /** Anything else that helps: a link to the handbook. */
    public EmptyState with(Component component) {
        add(component);
        return this;
    }
}
