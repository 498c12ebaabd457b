package io.amphora.returns.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dialog of returns: rows of lines, a few fields, problems beside them; Ctrl-Enter does it. */
abstract class ReturnDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final FieldErrors errors = new FieldErrors();
    final Div form = new Div();

    ReturnDialog(String title) {
        ReturnStyles.on(this);
        setHeaderTitle(title);
        form.addClassName("return-form");
        add(errors, form);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()));
    }

    /** The button that does it. @param work shows its refusal in this dialog */
    final Button does(String labelKey, Runnable work) {
        Button button = new Button(Texts.of(labelKey), e -> {
            if (errors.guard(work)) {
                close();
            }
        });
        button.setId("do");
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(button);
        return button;
    }

    /** @param name what problems call it, null if nothing does */
    final <C extends Component & HasLabel & com.vaadin.flow.component.HasValidation> C put(String id, String labelKey, String name, C field) {
        field.setLabel(Texts.of(labelKey));
        return unlabelled(id, name, field);
    }

    final <C extends Component & com.vaadin.flow.component.HasValidation> C unlabelled(String id, String name, C field) {
        field.setId(id);
        if (name != null) {
            errors.bind(name, field);
        }
        return field;
    }

    static BigDecimalField number(String ariaKey, String sku) {
        BigDecimalField field = new BigDecimalField();
        field.setAriaLabel(Texts.of(ariaKey, sku));
        field.setAutoselect(true);
        return field;
    }

    static <E extends Enum<E>> Select<E> choice(String prefix, List<E> values, E chosen) {
        Select<E> field = new Select<>();
        field.setItems(values);
        field.setItemLabelGenerator(v -> Texts.of(prefix, v));
        field.setValue(chosen);
        return field;
    }

    static Select<String> choice(Map<String, String> labels, String chosen) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        Select<String> field = new Select<>();
        field.setItems(all.keySet());
        field.setItemLabelGenerator(all::get);
        if (chosen != null && all.containsKey(chosen)) {
            field.setValue(chosen);
        }
        return field;
    }

    static Div two(String first, String second) {
        Span more = new Span(second);
        more.addClassName("muted");
        Div all = new Div(new Span(first), more);
        all.addClassName("return-two");
        return all;
    }

    static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("return-pick");
        return row;
    }

    static Div pair(Component... parts) {
        Div pair = new Div(parts);
        pair.addClassName("return-two-fields");
        return pair;
    }

    static String value(TextField field) {
        return field.isEmpty() ? null : field.getValue().strip();
    }
}
