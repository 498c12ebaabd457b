package io.amphora.console.api.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks before something that is hard to take back, with a reason or just yes or no. Says what will happen; its button says the action, never "OK". */
public final class ReasonDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int MAX = 500;

    private final TextArea reason = new TextArea();
    private final Button confirm;

    private ReasonDialog(String title, String text, String actionKey, boolean withReason, Consumer<String> confirmed) {
        addClassName("reason-dialog");
        setHeaderTitle(title);
        add(new Paragraph(text));
        confirm = new Button(Texts.of(actionKey), e -> confirm(withReason, confirmed));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setId("confirm");
        if (withReason) {
            addReason();
        }
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), confirm);
        Shortcuts.on(confirm, "mod+enter", actionKey, () -> confirm(withReason, confirmed));
    }

    /**
     * Asks for a reason, which must not be empty.
     *
     * @param title     in the user's language
     * @param text      what will happen, in the user's language
     * @param actionKey message key of the button
     */
    public static ReasonDialog ask(String title, String text, String actionKey, Consumer<String> confirmed) {
        ReasonDialog dialog = new ReasonDialog(title, text, actionKey, true, confirmed);
        dialog.open();
        return dialog;
    }

    /** Asks yes or no. See {@link #ask}. */
    public static ReasonDialog confirm(String title, String text, String actionKey, Runnable confirmed) {
        ReasonDialog dialog = new ReasonDialog(title, text, actionKey, false, r -> confirmed.run());
        dialog.open();
        return dialog;
    }

    /** Marks the action as one that destroys something. */
    public ReasonDialog dangerous() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    private void addReason() {
        reason.setLabel(Texts.of("kit.reason"));
        reason.setId("reason");
        reason.setMaxLength(MAX);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setAutofocus(true);
        add(reason);
    }

    private void confirm(boolean withReason, Consumer<String> confirmed) {
        if (withReason && reason.isEmpty()) {
            reason.setErrorMessage(Texts.of("kit.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        close();
        confirmed.accept(reason.getValue().strip());
    }
}
