package io.amphora.order.console;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.provider.Query;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The row in which the next line is typed: SKU or name, quantity, Enter, and the cursor is back for the next. */
final class LineEntry extends Div {
    private static final long serialVersionUID = 1L;
    private static final int CHOICES = 20;

    /** Takes a finished line. */
    interface Added {
        void line(Product product, BigDecimal quantity);
    }

    private final transient Products products;
    private final transient Actor actor;
    private final transient Added added;
    private final ComboBox<Product> product = new ComboBox<>();
    private final BigDecimalField quantity = new BigDecimalField();

    LineEntry(Products products, Actor actor, Added added) {
        this.products = products;
        this.actor = actor;
        this.added = added;
        addClassName("line-entry");
        product.setPlaceholder(Texts.of("order.entry.product"));
        product.setAriaLabel(Texts.of("order.entry.product"));
        product.setItemLabelGenerator(p -> p.sku() + "  " + p.name());
        product.setItems(this::search);
        product.setAllowCustomValue(true);
        product.setManualValidation(true);
        product.addCustomValueSetListener(e -> typed(e.getDetail()));
        product.addValueChangeListener(e -> picked(e.getValue()));
        product.setId("entry-product");
        quantity.setAriaLabel(Texts.of("order.line.quantity"));
        quantity.setId("entry-quantity");
        quantity.setValue(BigDecimal.ONE);
        quantity.setAutoselect(true);
        quantity.addKeyPressListener(Key.ENTER, e -> add());
        add(product, quantity, new Button(Texts.of("order.entry.add"), e -> add()));
    }

    private Stream<Product> search(Query<Product, String> query) {
        int limit = query.getLimit();
        return query.getOffset() > 0 ? Stream.empty() : products.search(actor, query.getFilter().orElse(""), Math.min(limit, CHOICES)).stream();
    }

    private void picked(Product chosen) {
        product.setInvalid(false);
        if (chosen != null) {
            quantity.focus();
        }
    }

    /** A scanner or a fast typist gives the whole SKU without waiting for the list. */
    private void typed(String text) {
        List<Product> hits = products.findBySku(actor, text.strip()).map(List::of).orElseGet(() -> products.search(actor, text.strip(), 2));
        if (hits.size() == 1) {
            product.setValue(hits.get(0));
            return;
        }
        product.setErrorMessage(Texts.of(hits.isEmpty() ? "order.entry.unknown" : "order.entry.several", text));
        product.setInvalid(true);
        product.focus();
        if (!hits.isEmpty()) {
            Choices.open(product, text);
        }
    }

    private void add() {
        if (product.getValue() == null) {
            product.focus();
            return;
        }
        BigDecimal count = quantity.getValue() == null ? BigDecimal.ONE : quantity.getValue();
        added.line(product.getValue(), count);
        product.clear();
        quantity.setValue(BigDecimal.ONE);
        product.focus();
    }

    @Override
    protected void onAttach(com.vaadin.flow.component.AttachEvent event) {
        product.setPageSize(CHOICES);
    }

    void focusProduct() {
        product.focus();
    }
}
