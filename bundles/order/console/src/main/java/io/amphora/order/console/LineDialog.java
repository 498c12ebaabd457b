package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A part of a line goes another way: no further at all, or ahead of the rest. */
final class LineDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final BigDecimalField quantity = new BigDecimalField(Texts.of("order.line.part"));
    private final TextField reason = new TextField(Texts.of("kit.reason"));

    LineDialog(Order.Line line) {
        setHeaderTitle(line.name().isEmpty() ? line.sku() : line.name());
        quantity.setValue(line.quantity());
        quantity.setHelperText(Texts.of("order.line.part.of", Formats.current().quantity(line.quantity(), line.unit())));
        quantity.setManualValidation(true);
        quantity.setAutofocus(true);
        quantity.setWidthFull();
        quantity.setId("part");
        reason.setMaxLength(500);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.setId("reason");
        add(quantity);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()));
    }

    /** @param split gets the quantity of the new line */
    LineDialog split(Consumer<BigDecimal> split) {
        Button button = new Button(Texts.of("order.line.split"), e -> {
            if (hasQuantity()) {
                close();
                split.accept(quantity.getValue());
            }
        });
        button.setId("split");
        getFooter().add(button);
        return this;
    }

    /** @param cancel gets quantity and reason */
    LineDialog cancel(BiConsumer<BigDecimal, String> cancel) {
        reason.setHelperText(Texts.of("order.line.cancel.reason"));
        add(reason);
        Button button = new Button(Texts.of("order.line.cancel"), e -> {
            if (hasQuantity() && hasReason()) {
                close();
                cancel.accept(quantity.getValue(), reason.getValue().strip());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        button.setId("confirm");
        getFooter().add(button);
        return this;
    }

    private boolean hasQuantity() {
        boolean there = quantity.getValue() != null && quantity.getValue().signum() > 0;
        quantity.setInvalid(!there);
        return there;
    }

    private boolean hasReason() {
        reason.setErrorMessage(Texts.of("kit.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        return !reason.isInvalid();
    }
}
