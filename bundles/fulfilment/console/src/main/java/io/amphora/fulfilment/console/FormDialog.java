package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import java.util.function.LongConsumer;

/** The few fields of one thing to do, each problem beside its field; closes when it went through. */
class FormDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final FieldErrors errors = new FieldErrors();
    private final Div form = new Div();

    FormDialog(String title) {
        FulfilmentStyles.on(this);
        setHeaderTitle(title);
        form.addClassName("fulfilment-form");
        add(errors, form);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()));
    }

    /** @param name of the field in problems; @param label message key */
    final <C extends Component & HasLabel & HasValidation> C field(String name, String label, C field) {
        errors.bind(name, field);
        return put(label, field);
    }

    final <C extends Component & HasLabel> C put(String label, C field) {
        field.setLabel(Texts.of(label));
        form.add(field);
        return field;
    }

    final void say(Component text) {
        form.add(text);
    }

    /** The button that does it; Ctrl-Enter, too. @param work shows its refusal in this dialog */
    final Button action(String labelKey, String id, Runnable work) {
        return button(labelKey, id, () -> {
            if (errors.guard(work)) {
                close();
            }
        });
    }

    /** As {@link #action}, for what somebody else may have changed since this dialog was opened. @param theirs opens it again, with what is there now */
    final Button edit(String labelKey, String id, Edit edit, LongConsumer work, Runnable done, Runnable theirs) {
        return button(labelKey, id, () -> edit.save(errors, work, () -> {
            close();
            done.run();
        }, () -> {
            close();
            theirs.run();
        }));
    }

    private Button button(String labelKey, String id, Runnable act) {
        Button button = new Button(Texts.of(labelKey), e -> act.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(button);
        Shortcuts.on(button, "mod+enter", labelKey, act);
        return button;
    }
}
