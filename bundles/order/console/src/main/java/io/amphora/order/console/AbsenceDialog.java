package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderApprovals.Absence;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Who is away from when to when, and who stands in. */
final class AbsenceDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param own the only person that may be named; null: anybody */
    AbsenceDialog(String own, Consumer<Absence> save, Runnable done) {
        setHeaderTitle(Texts.of("order.absence.add"));
        TextField person = new TextField(Texts.of("order.absence.person"));
        person.setValue(own == null ? "" : own);
        person.setReadOnly(own != null);
        TextField substitute = new TextField(Texts.of("order.absence.substitute"));
        (own == null ? person : substitute).setAutofocus(true);
        LocalDate today = LocalDate.now(Formats.current().zone());
        DatePicker from = new DatePicker(Texts.of("order.absence.from"), today);
        DatePicker to = new DatePicker(Texts.of("order.absence.to"), today.plusDays(7));
        FieldErrors errors = new FieldErrors();
        errors.bind("person", person).bind("substitute", substitute).bind("from", from).bind("to", to);
        add(errors, new FormLayout(person, substitute, from, to));
        Button ok = new Button(Texts.of("order.save"), e -> {
            if (errors.guard(() -> save.accept(new Absence(0, person.getValue(), substitute.getValue(), from.getValue(), to.getValue())))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ok.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), ok);
    }
}
