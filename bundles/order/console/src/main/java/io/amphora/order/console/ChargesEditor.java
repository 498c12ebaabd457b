package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The discount on the whole order, and what is paid besides the goods. Out of the way until somebody asks for it. */
final class ChargesEditor extends Div {
    private static final long serialVersionUID = 1L;

    private final TextField discount = new TextField();
    private final Div rows = new Div();
    private final transient List<Row> charges = new ArrayList<>();
    private final transient Runnable changed;
    private final FieldErrors errors;

    private final class Row extends Div {
        private static final long serialVersionUID = 1L;
        private final Select<ChargeType> type = new Select<>();
        private final TextField text = new TextField();
        private final BigDecimalField amount = new BigDecimalField();
        private final BigDecimalField tax = new BigDecimalField();

        Row(NewOrder.Charge charge) {
            addClassName("charge-row");
            type.setItems(ChargeType.values());
            type.setItemLabelGenerator(t -> Texts.of("order.charge." + t.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            type.setValue(charge.type());
            type.setAriaLabel(Texts.of("order.charge.type"));
            text.setPlaceholder(Texts.of("order.charge.text"));
            text.setAriaLabel(Texts.of("order.charge.text"));
            text.setValue(charge.text() == null ? "" : charge.text());
            text.setMaxLength(200);
            amount.setAriaLabel(Texts.of("order.charge.amount"));
            amount.setPlaceholder(Texts.of("order.charge.amount"));
            amount.setValue(charge.amount());
            amount.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
            tax.setAriaLabel(Texts.of("order.charge.tax"));
            tax.setPlaceholder(Texts.of("order.charge.tax"));
            tax.setSuffixComponent(new Span("%"));
            tax.setValue(charge.taxRate());
            type.addValueChangeListener(e -> changed.run());
            text.addValueChangeListener(e -> changed.run());
            amount.addValueChangeListener(e -> changed.run());
            tax.addValueChangeListener(e -> changed.run());
            Button remove = new Button(new Icons("trash"), e -> remove(this));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(Texts.of("order.charge.remove"));
            add(type, text, amount, tax, remove);
        }
    }

    ChargesEditor(FieldErrors errors, Runnable changed) {
        this.errors = errors;
        this.changed = changed;
        addClassName("charges");
        discount.setPlaceholder(Texts.of("order.discount.placeholder"));
        discount.setLabel(Texts.of("order.discount"));
        discount.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        discount.setManualValidation(true);
        discount.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        discount.setId("order-discount");
        discount.addValueChangeListener(e -> {
            if (usable()) {
                changed.run();
            }
        });
        Button more = new Button(Texts.of("order.charge.add"), new Icons("plus"), e -> add(new NewOrder.Charge(ChargeType.SHIPPING, null, null, null)).amount.focus());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        more.setId("add-charge");
        errors.bind("discount", discount);
        add(rows, new Div(discount, more));
    }

    private boolean usable() {
        boolean usable = DiscountText.usable(discount.getValue());
        discount.setErrorMessage(Texts.of("order.discount.unclear"));
        discount.setInvalid(!usable);
        return usable;
    }

    private Row add(NewOrder.Charge charge) {
        Row row = new Row(charge);
        charges.add(row);
        rows.add(row);
        return row;
    }

    private void remove(Row row) {
        charges.remove(row);
        rows.remove(row);
        changed.run();
    }

    /** As the draft has it. */
    void show(Order order) {
        show(order, order.discount());
    }

    /** With another discount than it was entered with. */
    void show(Order order, Discount now) {
        discount.setValue(DiscountText.of(now));
        order.charges().forEach(c -> add(new NewOrder.Charge(c.type(), c.text(), c.amount().amount(), c.taxRate())));
    }

    Discount discount() {
        return DiscountText.parse(discount.getValue()).orElse(null);
    }

    /** Those that have an amount. */
    List<NewOrder.Charge> charges() {
        List<Row> there = charges.stream().filter(r -> r.amount.getValue() != null).toList();
        for (int i = 0; i < there.size(); i++) {
            errors.bind("charges[" + i + "]", there.get(i).amount).bind("charges[" + i + "].taxRate", there.get(i).tax);
        }
        return there.stream().map(r -> new NewOrder.Charge(r.type.getValue(), r.text.getValue().isBlank() ? null : r.text.getValue(), r.amount.getValue(), r.tax.getValue())).toList();
    }
}
