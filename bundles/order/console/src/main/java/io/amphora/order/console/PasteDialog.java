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

/** Rows copied from a spreadsheet: SKU, quantity, and a price and a discount if there are any. Good rows are taken, the others stay with their reason. */
final class PasteDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** Takes good rows. */
    interface Added {
        /** @param price and discount null if the row has none @return what stands against it, null if it was taken */
        String line(Product product, BigDecimal quantity, BigDecimal price, String discount);

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
        for (String row : rows.getValue().split("\\R")) {
            String wrong = row.isBlank() ? null : take(row);
            if (wrong != null) {
                left.add(row);
                // as it is numbered in what stays
                reasons.add(new ListItem(Texts.of("order.paste.row", left.size(), wrong)));
            }
        }
    }

    /** @return what is wrong with the row, null if it was taken */
    private String take(String row) {
        List<String> cells = PastedRow.cells(row);
        Product product = products.findBySku(actor, cells.get(0)).orElse(null);
        List<String> wrong = new ArrayList<>();
        if (product == null || !product.active()) {
            wrong.add(Texts.of("order.entry.unknown", cells.get(0)));
        }
        BigDecimal quantity = cells.get(1).isEmpty() ? BigDecimal.ONE : number(cells.get(1));
        if (quantity == null || quantity.signum() <= 0) {
            wrong.add(Texts.of("order.paste.quantity", cells.get(1)));
        }
        BigDecimal price = cells.get(2).isEmpty() ? null : number(cells.get(2));
        if (!cells.get(2).isEmpty() && (price == null || price.signum() < 0)) {
            wrong.add(Texts.of("order.paste.price", cells.get(2)));
        }
        String discount = cells.get(3).isEmpty() ? null : cells.get(3);
        if (discount != null && !DiscountText.usable(discount)) {
            wrong.add(Texts.of("order.paste.discount", discount));
        }
        return wrong.isEmpty() ? added.line(product, quantity, price, discount) : String.join("; ", wrong);
    }

    private static BigDecimal number(String text) {
        return PastedNumber.read(text, Texts.locale());
    }
}
