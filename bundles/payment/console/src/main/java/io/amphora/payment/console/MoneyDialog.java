package io.amphora.payment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;
import java.util.Map;

/** The few fields of one thing to do with money, each problem beside its field; closes when it went through. */
final class MoneyDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final FieldErrors errors = new FieldErrors();
    private final Div form = new Div();

    MoneyDialog(String titleKey) {
        PaymentStyles.on(this);
        setHeaderTitle(Texts.of(titleKey));
        form.addClassName("payment-form");
        add(errors, form);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()));
    }

    BigDecimalField amount(BigDecimal value) {
        BigDecimalField field = new BigDecimalField();
        field.setValue(value);
        errors.bind("amount", field);
        return put("amount", field);
    }

    TextField text(String name) {
        TextField field = new TextField();
        errors.bind(name, field);
        return put(name, field);
    }

    TextArea reason() {
        return area("reason");
    }

    /** A text that must be there. */
    TextArea area(String name) {
        TextArea field = new TextArea();
        errors.bind(name, field);
        field.setRequiredIndicatorVisible(true);
        return put(name, field);
    }

    DatePicker date(String name) {
        return put(name, new DatePicker());
    }

    Checkbox check(String name) {
        return put(name, new Checkbox());
    }

    /** @param labels of the values, in their order; the first is chosen */
    Select<String> choice(String name, Map<String, String> labels) {
        Select<String> field = new Select<>();
        field.setItems(labels.keySet());
        field.setItemLabelGenerator(labels::get);
        labels.keySet().stream().findFirst().ifPresent(field::setValue);
        errors.bind(name, field);
        return put(name, field);
    }

    private <C extends Component & HasLabel> C put(String name, C field) {
        field.setLabel(Texts.of("payment.field." + name));
        field.setId("payment-" + name);
        form.add(field);
        return field;
    }

    /** The button that does it. @param work shows its refusal in this dialog */
    MoneyDialog action(String labelKey, String id, boolean primary, Runnable work) {
        Button button = new Button(Texts.of(labelKey), e -> {
            if (errors.guard(work)) {
                close();
            }
        });
        button.setId(id);
        button.setDisableOnClick(false);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        getFooter().add(button);
        return this;
    }


    /** An empty field says nothing. */
    static String value(TextField field) {
        return field.isEmpty() ? null : field.getValue().strip();
    }
}
