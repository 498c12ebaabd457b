package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.List;

/** The answer to an action, at the bottom of the page. Errors stay until somebody closes them. */
public final class Toast {
    private static final int MILLIS = 5000;
    private static final int MILLIS_WITH_UNDO = 10000;

    private Toast() {
    }

    /** @param key message key */
    public static Notification success(String key, Object... args) {
        return show(new Span(Texts.of(key, args)), NotificationVariant.LUMO_SUCCESS, MILLIS, null);
    }

    /** A success that can be taken back for some seconds. @param text in the user's language */
    public static Notification undoable(String text, Runnable undo) {
        Button button = new Button(Texts.of("kit.undo"));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        Notification toast = show(new Span(text), NotificationVariant.LUMO_SUCCESS, MILLIS_WITH_UNDO, button);
        button.addClickListener(e -> {
            toast.close();
            undo.run();
        });
        return toast;
    }

    /** Something worth knowing, neither good nor bad. @param text in the user's language */
    public static Notification info(String text) {
        return show(new Span(text), NotificationVariant.LUMO_CONTRAST, MILLIS, null);
    }

    /** That something is being done; stays until the caller closes it, when the result is there. @param key message key */
    public static Notification progress(String key, Object... args) {
        return show(new Span(Texts.of(key, args)), NotificationVariant.LUMO_CONTRAST, 0, null);
    }

    /** @param key message key */
    public static Notification error(String key, Object... args) {
        return show(new Span(Texts.of(key, args)), NotificationVariant.LUMO_ERROR, 0, null);
    }

    /** All problems of a refused use case, translated. */
    public static Notification error(AmphoraException e) {
        return show(list(e.problems()), NotificationVariant.LUMO_ERROR, 0, null);
    }

    /** Runs a use case; shows its refusal, if any. @return whether it went through */
    public static boolean guard(Runnable useCase) {
        try {
            useCase.run();
            return true;
        } catch (AmphoraException e) {
            error(e);
            return false;
        }
    }

    static Component list(List<Problem> problems) {
        if (problems.size() == 1) {
            return new Span(Texts.of(problems.get(0)));
        }
        UnorderedList list = new UnorderedList();
        problems.forEach(p -> list.add(new ListItem(p.field().isEmpty() ? Texts.of(p) : p.field() + ": " + Texts.of(p))));
        return list;
    }

    private static Notification show(Component text, NotificationVariant variant, int millis, Button action) {
        Notification toast = new Notification();
        toast.addThemeVariants(variant);
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.setDuration(millis);
        toast.setAssertive(variant == NotificationVariant.LUMO_ERROR);
        Div row = new Div(text);
        row.addClassName("toast");
        if (action != null) {
            row.add(action);
        }
        if (millis == 0) {
            row.add(closeButton(toast));
        }
        toast.add(row);
        toast.open();
        return toast;
    }

    private static Button closeButton(Notification toast) {
        Button close = new Button(new Icons("close-small"), e -> toast.close());
        close.setAriaLabel(Texts.of("kit.close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        return close;
    }
}
