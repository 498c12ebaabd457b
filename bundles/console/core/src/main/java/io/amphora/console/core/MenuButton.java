package io.amphora.console.core;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;

/** A button of the top bar with choices below it. */
final class MenuButton extends Div {
    private static final long serialVersionUID = 1L;

    private final Popover popover = new Popover();
    private final Div choices = new Div();

    /** @param content what the button shows; @param labelKey message key of what it says, also its id */
    MenuButton(Component content, String labelKey, Object... args) {
        Button button = new Button();
        button.getElement().appendChild(content.getElement());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(Texts.of(labelKey, args));
        button.setTooltipText(Texts.of(labelKey, args));
        button.setId(labelKey.substring(labelKey.indexOf('.') + 1));
        choices.addClassName("menu-choices");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(Texts.of(labelKey, args));
        popover.add(choices);
        add(button, popover);
    }

    void clear() {
        choices.removeAll();
    }

    void heading(Component component) {
        choices.add(component);
    }

    /** @return the choice, for an id */
    Button choice(String text, Runnable action) {
        Button choice = new Button(text, e -> {
            popover.close();
            action.run();
        });
        choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        choices.add(choice);
        return choice;
    }

    /** One of several, of which one holds. */
    Button choice(String text, boolean holds, Runnable action) {
        Button choice = choice(text, action);
        choice.getElement().setAttribute("aria-pressed", Boolean.toString(holds));
        choice.setIcon(new Icons("check"));
        return choice;
    }
}
