package io.amphora.returns.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.NewOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Goods chosen in exchange: pick a product, change quantity or price, see the difference at once. */
final class ExchangeLines extends Div {
    private static final long serialVersionUID = 1L;
    private static final int CHOICES = 20;

    private record Row(Product product, BigDecimalField quantity, BigDecimalField price, Div box) {
    }

    private final transient Products products;
    private final transient Actor actor;
    private final FieldErrors errors;
    private final transient Runnable changed;
    private final ComboBox<Product> picker = new ComboBox<>();
    private final Div list = new Div();
    private final transient List<Row> rows = new ArrayList<>();

    ExchangeLines(Products products, Actor actor, FieldErrors errors, Runnable changed) {
        this.products = products;
        this.actor = actor;
        this.errors = errors;
        this.changed = changed;
        addClassName("return-exchange");
        picker.setLabel(Texts.of("returns.exchange-lines"));
        picker.setPlaceholder(Texts.of("returns.exchange.pick"));
        picker.setItemLabelGenerator(p -> p.sku() + "  " + p.name());
        picker.setPageSize(CHOICES);
        picker.setItems(this::search);
        picker.setAllowCustomValue(true);
        picker.setWidthFull();
        picker.setId("exchange-product");
        picker.addCustomValueSetListener(e -> typed(e.getDetail().strip()));
        picker.addValueChangeListener(e -> picked(e.getValue()));
        errors.bind("lines", picker);
        add(picker, list);
    }

    private Stream<Product> search(Query<Product, String> query) {
        int limit = query.getLimit();
        return query.getOffset() > 0 ? Stream.empty() : products.search(actor, query.getFilter().orElse(""), Math.min(limit, CHOICES)).stream();
    }

    /** A scanner or a fast typist gives the whole SKU without waiting for the list. */
    private void typed(String text) {
        List<Product> hits = products.findBySku(actor, text).map(List::of).orElseGet(() -> products.search(actor, text, 2));
        picker.setInvalid(hits.size() != 1);
        picker.setErrorMessage(hits.size() == 1 ? null : Texts.of(hits.isEmpty() ? "returns.exchange.unknown" : "returns.exchange.several", text));
        if (hits.size() == 1) {
            picked(hits.get(0));
        }
    }

    private void picked(Product product) {
        if (product == null) {
            return;
        }
        rows.stream().filter(r -> r.product().sku().equals(product.sku())).findFirst().ifPresentOrElse(
                r -> r.quantity().setValue((r.quantity().isEmpty() ? BigDecimal.ZERO : r.quantity().getValue()).add(BigDecimal.ONE)), () -> add(product));
        picker.clear();
        picker.focus();
    }

    private void add(Product p) {
        BigDecimalField quantity = ReturnDialog.number("returns.quantity-of", p.sku());
        quantity.setValue(BigDecimal.ONE);
        quantity.setId("exchange-quantity-" + p.sku());
        BigDecimalField price = ReturnDialog.number("returns.exchange.price-of", p.sku());
        price.setPlaceholder(p.price() == null ? "" : Formats.current().money(p.price()));
        price.setId("exchange-price-" + p.sku());
        List.of(quantity, price).forEach(f -> {
            f.setValueChangeMode(ValueChangeMode.LAZY);
            f.addValueChangeListener(e -> changed.run());
        });
        Button drop = new Button(VaadinIcon.CLOSE_SMALL.create());
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        drop.setAriaLabel(Texts.of("returns.exchange.drop", p.sku()));
        drop.setId("exchange-drop-" + p.sku());
        Div box = new Div(ReturnDialog.two(p.name(), p.sku() + (p.price() == null ? "" : " · " + Formats.current().money(p.price()))), quantity, price, drop);
        box.addClassNames("return-pick", "return-exchange-line");
        Row row = new Row(p, quantity, price, box);
        drop.addClickListener(e -> {
            rows.remove(row);
            list.remove(box);
            changed();
        });
        rows.add(row);
        list.add(box);
        changed();
    }

    /** Problems name lines by where they stand now. */
    private void changed() {
        for (int i = 0; i <= rows.size(); i++) {
            errors.unbind("lines[" + i + "].quantity");
            errors.unbind("lines[" + i + "]");
        }
        for (int i = 0; i < rows.size(); i++) {
            errors.bind("lines[" + i + "].quantity", rows.get(i).quantity());
            errors.bind("lines[" + i + "]", rows.get(i).price());
        }
        changed.run();
    }

    List<NewOrder.Line> lines() {
        return rows.stream().map(r -> new NewOrder.Line(r.product().sku(), r.quantity().getValue(), r.price().getValue())).toList();
    }
}
