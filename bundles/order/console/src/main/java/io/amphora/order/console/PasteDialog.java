package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rows copied from a spreadsheet: SKU, quantity, and a price if there is one. Good rows are taken, the others stay with their reason. */
final class PasteDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** Takes a good row. */
    interface Added {
        void line(Product product, BigDecimal quantity, BigDecimal price);

        /** Runs while rows are taken, so that they are kept once and not one by one. */
        void together(Runnable rows);
    }

    private final TextArea rows = new TextArea(Texts.of("order.paste.rows"));
    private final Div errors = new Div();
    private final transient Products products;
    private final transient Actor actor;
    private final transient Added added;

    PasteDialog(Products products, Actor actor, Added added) {
        this.products = products;
        this.actor = actor;
        this.added = added;
        setHeaderTitle(Texts.of("order.paste"));
        rows.setWidthFull();
        rows.setId("paste-rows");
        rows.addClassName("paste-rows");
        rows.setAutofocus(true);
        errors.addClassName("field-errors");
        errors.setVisible(false);
        Button take = new Button(Texts.of("order.paste.take"), e -> take());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setId("confirm");
        add(new Paragraph(Texts.of("order.paste.help")), rows, errors);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), take);
    }

    private void take() {
        List<String> left = new ArrayList<>();
        UnorderedList reasons = new UnorderedList();
        added.together(() -> take(left, reasons));
        if (left.isEmpty()) {
            close();
            return;
        }
        rows.setValue(String.join("\n", left));
        errors.removeAll();
        errors.add(reasons);
        errors.setVisible(true);
    }

    private void take(List<String> left, UnorderedList reasons) {
        int number = 0;
        for (String row : rows.getValue().split("\\R")) {
            number++;
            String wrong = row.isBlank() ? null : take(row);
            if (wrong != null) {
                left.add(row);
                reasons.add(new ListItem(Texts.of("order.paste.row", number, wrong)));
            }
        }
    }

    /** @return what is wrong with the row, null if it was taken */
    private String take(String row) {
        String[] cells = row.strip().split("\t|;|,(?=\\s*[0-9])|\\s{2,}", 3);
        Product product = products.findBySku(actor, cells[0].strip()).orElse(null);
        if (product == null || !product.active()) {
            return Texts.of("order.entry.unknown", cells[0].strip());
        }
        BigDecimal quantity = cells.length > 1 ? number(cells[1]) : BigDecimal.ONE;
        BigDecimal price = cells.length > 2 ? number(cells[2]) : null;
        if (quantity == null || quantity.signum() <= 0 || cells.length > 2 && price == null) {
            return Texts.of("order.paste.number", row.strip());
        }
        added.line(product, quantity, price);
        return null;
    }

    private static BigDecimal number(String text) {
        return PastedNumber.read(text, Texts.locale());
    }
}
