package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import java.time.LocalDate;

/** Asks for a day to come, and for a reason where one is needed. */
final class DayDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What was chosen; null where it was left empty. */
    interface Chosen {
        void accept(LocalDate day, String reason);
    }

    private final DatePicker day;
    private final TextArea reason = new TextArea(Texts.of("kit.reason"));
    private final boolean required;
    private final boolean reasoned;

    private DayDialog(String titleKey, String labelKey, LocalDate now, boolean required, boolean reasoned, Chosen chosen) {
        this.required = required;
        this.reasoned = reasoned;
        setHeaderTitle(Texts.of(titleKey));
        day = new DatePicker(Texts.of(labelKey));
        day.setMin(LocalDate.now(Formats.current().zone()));
        day.setValue(now);
        day.setRequiredIndicatorVisible(required);
        day.setManualValidation(true);
        day.setWidthFull();
        day.setId("day");
        if (!required) {
            day.setHelperText(Texts.of(labelKey + ".help"));
        }
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.setVisible(reasoned);
        reason.setId("reason");
        add(day, reason);
        Button ok = new Button(Texts.of(titleKey), e -> done(chosen));
        ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ok.setId("confirm");
        Shortcuts.on(ok, "mod+enter", titleKey, () -> done(chosen));
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), ok);
    }

    /** @param reasoned whether a reason is needed */
    static void ask(String titleKey, String labelKey, LocalDate now, boolean required, boolean reasoned, Chosen chosen) {
        new DayDialog(titleKey, labelKey, now, required, reasoned, chosen).open();
    }

    private void done(Chosen chosen) {
        boolean noDay = required && day.isEmpty();
        boolean noReason = reasoned && reason.isEmpty();
        day.setInvalid(noDay);
        day.setErrorMessage(noDay ? Texts.of("order.day.missing") : null);
        reason.setInvalid(noReason);
        reason.setErrorMessage(noReason ? Texts.of("kit.reason.missing") : null);
        if (noDay || noReason) {
            return;
        }
        close();
        chosen.accept(day.getValue(), reason.isEmpty() ? null : reason.getValue().strip());
    }
}
