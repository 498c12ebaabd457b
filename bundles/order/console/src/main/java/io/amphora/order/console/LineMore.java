package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import io.amphora.catalog.api.Product;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;

/** What few lines need: another tax than the product's, and a note. Out of the way until somebody asks for it, or it says something. */
final class LineMore extends Div {
    private static final long serialVersionUID = 1L;

    private final Button opener = new Button(new Icons("ellipsis-dots-h"), e -> toggle());
    private final transient BigDecimal usual;
    private final transient Runnable changed;
    /** Null until somebody wants them: a long order has many lines, of which few need this. */
    private BigDecimalField tax;
    private TextField note;

    LineMore(Product product, Runnable changed) {
        usual = product.taxRate();
        this.changed = changed;
        addClassName("entry-more");
        opener.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        opener.setAriaLabel(Texts.of("order.line.more", product.sku()));
        opener.getElement().setAttribute("title", Texts.of("order.line.more.tip"));
        setVisible(false);
    }

    private void build() {
        if (isBuilt()) {
            return;
        }
        tax = new BigDecimalField();
        tax.setPrefixComponent(new Span(Texts.of("order.charge.tax")));
        tax.setSuffixComponent(new Span("%"));
        tax.setPlaceholder(usual == null ? "–" : Formats.current().number(usual));
        tax.setAriaLabel(Texts.of("order.line.tax-rate"));
        tax.addThemeVariants(TextFieldVariant.LUMO_SMALL, TextFieldVariant.LUMO_ALIGN_RIGHT);
        note = new TextField();
        note.setPlaceholder(Texts.of("order.line.note"));
        note.setAriaLabel(Texts.of("order.line.note"));
        note.setMaxLength(500);
        note.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        add(tax, note);
    }

    private void listen() {
        tax.addValueChangeListener(e -> changed.run());
        note.addValueChangeListener(e -> changed.run());
    }

    private void toggle() {
        boolean first = !isBuilt();
        build();
        if (first) {
            listen();
        }
        setVisible(!isVisible() || taxRate() != null || note() != null);
        if (isVisible()) {
            note.focus();
        }
    }

    /** The button that shows it. */
    Button opener() {
        return opener;
    }

    /** As a line has it; tells nobody. */
    void show(BigDecimal rate, String text) {
        boolean other = rate != null && (usual == null || rate.compareTo(usual) != 0);
        if (!other && text == null) {
            return;
        }
        build();
        tax.setValue(other ? rate : null);
        note.setValue(text == null ? "" : text);
        listen();
        setVisible(true);
    }

    /** Null: the product's. */
    BigDecimal taxRate() {
        return isBuilt() ? tax.getValue() : null;
    }

    String note() {
        return !isBuilt() || note.getValue().isBlank() ? null : note.getValue().strip();
    }

    /** Whether it has fields. */
    boolean isBuilt() {
        return tax != null;
    }

    BigDecimalField tax() {
        return tax;
    }

    TextField noteField() {
        return note;
    }
}
