package io.amphora.document.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What of which invoice is taken back, and why. */
final class CreditDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Select<Invoice> invoice = new Select<>();
    private final Div lines = new Div();
    private final Checkbox charges = new Checkbox(Texts.of("document.credit.charges"));
    private final TextField reason = new TextField(Texts.of("kit.reason"));
    private final transient Map<Invoice.Line, BigDecimalField> quantities = new LinkedHashMap<>();

    CreditDialog(List<Invoice> invoices, Consumer<DocumentRequest.Credit> issue) {
        setHeaderTitle(Texts.of("document.kind.credit-note"));
        setWidth("min(34rem, 94vw)");
        invoice.setLabel(Texts.of("document.kind.invoice"));
        invoice.setItemLabelGenerator(i -> i.number() + " · " + Formats.current().money(i.total()));
        List<Invoice> left = invoices.stream().filter(i -> i.lines().stream().anyMatch(l -> l.left().signum() > 0)).toList();
        invoice.setItems(left);
        invoice.addValueChangeListener(e -> show(e.getValue()));
        invoice.setWidthFull();
        lines.addClassName("stack");
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setManualValidation(true);
        reason.setId("reason");
        add(invoice, lines, charges, reason);
        if (!left.isEmpty()) {
            invoice.setValue(left.get(0));
        }
        Button button = new Button(Texts.of("document.credit"), e -> take(issue));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), button);
    }

    private void show(Invoice chosen) {
        lines.removeAll();
        quantities.clear();
        if (chosen == null) {
            return;
        }
        chosen.lines().stream().filter(l -> l.lineId() != null && l.left().signum() > 0).forEach(l -> {
            BigDecimalField field = new BigDecimalField(l.name() + " (" + l.sku() + ")");
            field.setHelperText(Texts.of("document.credit.of", Formats.current().number(l.left())));
            field.setManualValidation(true);
            field.setWidthFull();
            quantities.put(l, field);
            lines.add(field);
        });
        charges.setVisible(chosen.lines().stream().anyMatch(l -> l.lineId() == null && l.left().signum() > 0));
        charges.setValue(false);
    }

    /** Wrong quantities are marked; nothing named at all is refused by the use case. */
    private void take(Consumer<DocumentRequest.Credit> issue) {
        reason.setErrorMessage(Texts.of("kit.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        quantities.forEach((line, field) -> {
            BigDecimal value = field.getValue();
            field.setInvalid(value != null && (value.signum() < 0 || value.compareTo(line.left()) > 0));
        });
        if (invoice.getValue() == null || reason.isInvalid() || quantities.values().stream().anyMatch(BigDecimalField::isInvalid)) {
            return;
        }
        List<DocumentRequest.Part> parts = quantities.entrySet().stream().filter(e -> e.getValue().getValue() != null && e.getValue().getValue().signum() > 0)
                .map(e -> new DocumentRequest.Part(e.getKey().lineId(), e.getValue().getValue())).toList();
        close();
        issue.accept(new DocumentRequest.Credit(invoice.getValue().id(), parts, charges.isVisible() && charges.getValue(), reason.getValue().strip()));
    }
}
