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

    private final BigDecimalField tax = new BigDecimalField();
    private final TextField note = new TextField();
    private final Button opener = new Button(new Icons("ellipsis-dots-h"), e -> toggle());
    private final transient BigDecimal usual;

    LineMore(Product product, Runnable changed) {
        usual = product.taxRate();
        addClassName("entry-more");
        tax.setPrefixComponent(new Span(Texts.of("order.charge.tax")));
        tax.setSuffixComponent(new Span("%"));
        tax.setPlaceholder(usual == null ? "–" : Formats.current().number(usual));
        tax.setAriaLabel(Texts.of("order.line.tax-rate"));
        note.setPlaceholder(Texts.of("order.line.note"));
        note.setAriaLabel(Texts.of("order.line.note"));
        note.setMaxLength(500);
        tax.addThemeVariants(TextFieldVariant.LUMO_SMALL, TextFieldVariant.LUMO_ALIGN_RIGHT);
        note.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        tax.addValueChangeListener(e -> changed.run());
        note.addValueChangeListener(e -> changed.run());
        opener.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        opener.setAriaLabel(Texts.of("order.line.more", product.sku()));
        opener.setTooltipText(Texts.of("order.line.more.tip"));
        add(tax, note);
        setVisible(false);
    }

    private void toggle() {
        setVisible(!isVisible() || taxRate() != null || note() != null);
        if (isVisible()) {
            note.focus();
        }
    }

    /** The button that shows it. */
    Button opener() {
        return opener;
    }

    void show(BigDecimal rate, String text) {
        tax.setValue(rate == null || usual != null && rate.compareTo(usual) == 0 ? null : rate);
        note.setValue(text == null ? "" : text);
        setVisible(!tax.isEmpty() || !note.isEmpty());
    }

    /** Null: the product's. */
    BigDecimal taxRate() {
        return tax.getValue();
    }

    String note() {
        return note.getValue().isBlank() ? null : note.getValue().strip();
    }

    BigDecimalField tax() {
        return tax;
    }

    TextField noteField() {
        return note;
    }
}
