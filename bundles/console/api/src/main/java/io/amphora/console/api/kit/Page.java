package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import io.amphora.console.api.CurrentUser;
import java.util.ArrayList;
import java.util.List;

/**
 * The frame of every page: title with badges, key facts, the action area (one primary action, the rest beside it; a bar at the bottom of a phone), content.
 * A view extends it or holds one. Takes the whole height; give what scrolls {@code addClassName("grow")} or add it by {@link #grow}.
 */
public class Page extends VerticalLayout implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final H1 title = new H1();
    private final Div badges = new Div();
    private final Div facts = new Div();
    private final Div actions = new Div();
    private final Button back = new Button(new Icons("arrow-left"));

    /** @param titleKey message key */
    public Page(String titleKey) {
        addClassName("page");
        // it scrolls: arrow keys must reach it also where it has nothing to focus
        getElement().setAttribute("tabindex", "0");
        setPadding(false);
        setSpacing(false);
        setSizeFull();
        badges.addClassName("page-badges");
        facts.addClassName("page-facts");
        actions.addClassName("page-actions");
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        back.addClassName("page-back");
        back.setVisible(false);
        Div head = new Div(back, title, badges);
        head.addClassName("page-title");
        Div header = new Div(head, facts, actions);
        header.addClassName("page-header");
        add(header);
        setTitle(Texts.of(titleKey));
    }

    /** @param text already in the user's language: {@code Order SO-1001} */
    public final void setTitle(String text) {
        title.setText(text);
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }

    /** Status beside the title, instead of what was there. */
    public void setBadges(Component... status) {
        badges.removeAll();
        badges.add(status);
    }

    /** The few facts people look for first, below the title, instead of what was there. */
    public void setFacts(Component... content) {
        facts.removeAll();
        facts.add(content);
    }

    /** Shows an arrow (and takes Esc) that leads back to {@code path}, below {@code /console/}. */
    public void setBack(String path) {
        back.setVisible(true);
        back.setAriaLabel(Texts.of("kit.back"));
        back.addClickListener(e -> e.getSource().getUI().ifPresent(ui -> ui.navigate(path)));
        Shortcuts.on(this, "escape", "kit.back", () -> getUI().ifPresent(ui -> ui.navigate(path)));
    }

    /** The one action people come for. Ctrl-Enter runs it. */
    public Button primary(String labelKey, Runnable action) {
        Button button = action(labelKey, action);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Shortcuts.on(button, "mod+enter", labelKey, () -> {
            if (button.isEnabled() && button.isVisible()) {
                action.run();
            }
        });
        return button;
    }

    /** An action beside the primary one. */
    public Button action(String labelKey, Runnable action) {
        Button button = new Button(Texts.of(labelKey), e -> action.run());
        button.setDisableOnClick(false);
        actions.add(button);
        return button;
    }

    /** As {@link #action}, but absent (null) for who lacks the permission: what is never allowed is not shown. */
    public Button actionIf(String permission, String labelKey, Runnable action) {
        return CurrentUser.may(permission) ? action(labelKey, action) : null;
    }

    /** Any component in the action area: a menu, an upload. */
    public void addAction(Component component) {
        actions.add(component);
    }

    /** What its user can do now, for the command palette: the enabled buttons of the action area, also those in its menus. In the order shown. */
    public List<Action> actions() {
        List<Action> found = new ArrayList<>();
        actions.getChildren().forEach(c -> PageActions.collect(c, found));
        return found;
    }

    /** @param label in the user's language; @param run as a click would */
    public record Action(String label, Runnable run) {
    }

    public void clearActions() {
        actions.removeAll();
    }

    /** Adds content that takes the remaining height and scrolls in itself. */
    public void grow(Component component) {
        component.addClassName("grow");
        add(component);
    }

    /** Disables a button and says why in its tooltip; enables it for null. @param reason in the user's language */
    public static void disable(Button button, String reason) {
        button.setEnabled(reason == null);
        button.setTooltipText(reason);
    }
}
