package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderRearrangements.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of which line goes into an order of its own. */
final class PartDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What was chosen. @param date may be null */
    interface Chosen {
        void accept(List<Part> parts, LocalDate date, String reason);
    }

    private final transient Map<Order.Line, BigDecimalField> quantities = new LinkedHashMap<>();
    private final DatePicker date = new DatePicker(Texts.of("order.wished"));
    private final TextField reason = new TextField(Texts.of("kit.reason"));

    PartDialog(Order order, Chosen chosen) {
        setHeaderTitle(Texts.of("order.life.part"));
        add(new Paragraph(Texts.of("order.life.part.text")));
        Div form = new Div();
        form.addClassName("stack");
        order.lines().stream().filter(PartDialog::isPartable).forEach(l -> form.add(field(l)));
        date.setClearButtonVisible(true);
        reason.setMaxLength(500);
        reason.setManualValidation(true);
        reason.setId("reason");
        form.add(date, reason);
        add(form);
        Button part = new Button(Texts.of("order.life.part"), e -> done(chosen));
        part.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        part.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), part);
    }

    static boolean isPartable(Order.Line line) {
        return line.status() == LineStatus.APPROVED || line.status() == LineStatus.ASSIGNED;
    }

    private BigDecimalField field(Order.Line line) {
        BigDecimalField quantity = new BigDecimalField((line.name().isEmpty() ? line.sku() : line.name()));
        quantity.setHelperText(Texts.of("order.line.part.of", Formats.current().quantity(line.quantity(), line.unit())));
        quantity.setWidthFull();
        quantities.put(line, quantity);
        return quantity;
    }

    private void done(Chosen chosen) {
        List<Part> parts = new ArrayList<>();
        quantities.forEach((line, field) -> {
            BigDecimal value = field.getValue();
            if (value != null && value.signum() > 0) {
                parts.add(new Part(line.id(), value.compareTo(line.quantity()) == 0 ? null : value));
            }
        });
        reason.setErrorMessage(Texts.of("kit.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        if (!reason.isInvalid()) {
            close();
            chosen.accept(parts, date.getValue(), reason.getValue().strip());
        }
    }
}
