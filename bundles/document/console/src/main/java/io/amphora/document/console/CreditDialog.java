package io.amphora.document.console;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.Pdf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What of which invoice is taken back, and why. Stays open until it is issued: what is refused is said here. */
final class CreditDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final FieldErrors errors = new FieldErrors();
    private final Select<Invoice> invoice = new Select<>();
    private final Div lines = new Div();
    private final Checkbox charges = new Checkbox(Texts.of("document.credit.charges"));
    private final TextField reason = new TextField(Texts.of("kit.reason"));
    private final Button issue;
    private final transient Map<Invoice.Line, BigDecimalField> quantities = new LinkedHashMap<>();

    /** @param preview how it would look @param issue is told what to issue; ends with {@link #close} or {@link #refused} */
    CreditDialog(List<Invoice> invoices, Function<DocumentRequest.Credit, Pdf> preview, Consumer<DocumentRequest.Credit> issue) {
        DocumentStyles.on(this);
        setHeaderTitle(Texts.of("document.kind.credit-note"));
        invoice.setLabel(Texts.of("document.kind.invoice"));
        invoice.setItemLabelGenerator(CreditDialog::label);
        List<Invoice> left = invoices.stream().filter(i -> i.lines().stream().anyMatch(l -> l.left().signum() > 0)).toList();
        invoice.setItems(left);
        invoice.addValueChangeListener(e -> show(e.getValue()));
        invoice.setId("invoice");
        charges.setId("charges");
        reason.setId("reason");
        reason.setMaxLength(1000);
        reason.setHelperText(Texts.of("document.credit.reason.help"));
        errors.bind("invoiceId", invoice).bind("reason", reason);
        Button all = new Button(Texts.of("document.credit.all"), e -> takeAll());
        all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        all.addClassName("document-all");
        all.setId("all");
        Div form = new Div(invoice, all, lines, charges, reason);
        form.addClassName("document-form");
        add(errors, form);
        this.issue = new Button(Texts.of("document.credit"), e -> issue.accept(read()));
        this.issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        this.issue.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        this.issue.setDisableOnClick(true);
        this.issue.setId("confirm");
        PdfLink look = new PdfLink(Texts.of("document.preview"), () -> preview.apply(read()));
        look.setId("preview");
        getFooter().add(look, new Button(Texts.of("kit.cancel"), e -> close()), this.issue);
        if (!left.isEmpty()) {
            invoice.setValue(left.get(0));
        }
    }

    private static String label(Invoice i) {
        Formats f = Formats.current();
        String all = i.number() + " · " + f.money(i.total());
        return i.credited().amount().signum() == 0 ? all : all + " · " + Texts.of("document.credit.before", f.money(i.credited()));
    }

    private void show(Invoice chosen) {
        lines.removeAll();
        quantities.clear();
        if (chosen != null) {
            chosen.lines().stream().filter(l -> l.lineId() != null && l.left().signum() > 0).forEach(l -> lines.add(line(l)));
        }
        charges.setVisible(chosen != null && chosen.lines().stream().anyMatch(l -> l.lineId() == null && l.left().signum() > 0));
        charges.setValue(false);
    }

    private Div line(Invoice.Line l) {
        Formats f = Formats.current();
        BigDecimalField field = new BigDecimalField();
        field.setAriaLabel(l.name() + ": " + Texts.of("document.credit.of", f.number(l.left())));
        field.setPlaceholder("0");
        field.setAutoselect(true);
        field.setManualValidation(true);
        field.setId("credit-" + l.lineId());
        Span more = new Span(l.sku() + " · " + f.money(l.payable()) + " · " + Texts.of("document.credit.of", f.number(l.left())));
        more.addClassName("muted");
        Div row = new Div(new Div(new Span(l.name()), more), field);
        row.addClassName("document-line");
        quantities.put(l, field);
        return row;
    }

    private void takeAll() {
        quantities.forEach((line, field) -> field.setValue(line.left()));
        charges.setValue(charges.isVisible());
    }

    /** What is wrong with it, the use case says, all at once. */
    private DocumentRequest.Credit read() {
        List<DocumentRequest.Part> parts = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            errors.unbind("parts[" + i + "]");
        }
        quantities.forEach((line, field) -> {
            BigDecimal quantity = field.getValue();
            if (quantity != null && quantity.signum() != 0) {
                errors.bind("parts[" + parts.size() + "]", field);
                parts.add(new DocumentRequest.Part(line.lineId(), quantity));
            }
        });
        return new DocumentRequest.Credit(invoice.getValue() == null ? 0 : invoice.getValue().id(), parts, charges.isVisible() && charges.getValue(), reason.getValue().strip());
    }

    void refused(AmphoraException why) {
        issue.setEnabled(true);
        errors.show(why.problems());
    }
}
