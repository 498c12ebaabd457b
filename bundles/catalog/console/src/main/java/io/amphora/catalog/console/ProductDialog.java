package io.amphora.catalog.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.Money;
import io.amphora.common.Problems;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A product to be entered or changed. Problems of the use case stand beside the fields they name. */
final class ProductDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int SKU = 40;
    private static final int UNIT = 20;
    private static final int LINE = 100;

    private final TextField sku = new TextField(Texts.of("product.sku"));
    private final TextField name = new TextField(Texts.of("product.name"));
    private final BigDecimalField price = new BigDecimalField(Texts.of("product.price"));
    private final ComboBox<Currency> currency = new ComboBox<>(Texts.of("product.currency"));
    private final TextField unit = new TextField(Texts.of("product.unit"));
    private final ComboBox<String> line = new ComboBox<>(Texts.of("product.line"));
    private final BigDecimalField taxRate = new BigDecimalField(Texts.of("product.tax"));
    private final BigDecimalField cost = new BigDecimalField(Texts.of("product.cost"));
    private final KitEditor kit = new KitEditor();
    private final Checkbox active = new Checkbox(Texts.of("product.active.label"));
    private final Checkbox stocked = new Checkbox(Texts.of("product.stocked.label"));
    private final FieldErrors errors = new FieldErrors();
    private final transient Function<ProductData, Product> useCase;
    private final transient Consumer<Product> saved;

    /** @param product null for a new one; @param useCase creates or changes it; @param saved hears of the result */
    ProductDialog(Product product, List<String> lines, Function<ProductData, Product> useCase, Consumer<Product> saved) {
        this.useCase = useCase;
        this.saved = saved;
        setHeaderTitle(product == null ? Texts.of("product.new") : Texts.of("product.edit.title", product.sku()));
        setWidth("min(38rem, 94vw)");
        currency.setItems(Currency.getAvailableCurrencies().stream().sorted((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode())).toList());
        currency.setItemLabelGenerator(Currency::getCurrencyCode);
        line.setItems(lines);
        line.setAllowCustomValue(true);
        line.addCustomValueSetListener(e -> line.setValue(e.getDetail()));
        sku.setMaxLength(SKU);
        sku.setId("sku");
        name.setMaxLength(Problems.TEXT);
        name.setId("name");
        price.setId("price");
        unit.setMaxLength(UNIT);
        taxRate.setSuffixComponent(new Span("%"));
        taxRate.setId("tax-rate");
        cost.setId("cost");
        bind();
        fill(product);
        FormLayout form = new FormLayout(sku, name, price, currency, taxRate, cost, unit, line, active, stocked, kit);
        form.setColspan(name, 1);
        form.setColspan(kit, 2);
        add(errors, form);
        Button save = new Button(Texts.of(product == null ? "product.create" : "product.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
        Shortcuts.on(save, "mod+enter", "product.save", this::save);
    }

    private void bind() {
        errors.bind("sku", sku).bind("name", name).bind("price", price).bind("currency", currency).bind("unit", unit).bind("productLine", line).bind("taxRate", taxRate).bind("cost", cost)
                .bind("components", kit.text());
        sku.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        price.setRequiredIndicatorVisible(true);
    }

    private void fill(Product product) {
        currency.setValue(product == null ? Currency.getInstance("EUR") : product.price().currency());
        unit.setValue(product == null ? "pcs" : product.unit());
        active.setValue(product == null || product.active());
        stocked.setValue(product == null || product.stocked());
        sku.setReadOnly(product != null);
        if (product == null) {
            sku.setAutofocus(true);
        } else {
            sku.setValue(product.sku());
            name.setValue(product.name());
            name.setAutofocus(true);
            BigDecimal amount = product.price().amount().stripTrailingZeros();
            price.setValue(amount.setScale(Math.max(amount.scale(), Math.max(0, product.price().currency().getDefaultFractionDigits()))));
            line.setValue(product.productLine());
            taxRate.setValue(product.taxRate());
            cost.setValue(product.cost());
            kit.show(product.components());
        }
    }

    private void save() {
        errors.guard(() -> {
            Product product = useCase.apply(new ProductData(sku.getValue(), name.getValue(), unit.getValue(), money(), line.getValue(), active.getValue(), stocked.getValue(),
                    taxRate.getValue(), cost.getValue(), kit.components()));
            close();
            saved.accept(product);
        });
    }

    /** @throws AmphoraException.Invalid if it has more decimals than a price can have */
    private Money money() {
        if (price.getValue() == null || currency.getValue() == null) {
            return null;
        }
        Problems problems = new Problems();
        problems.notNegative("price", price.getValue(), Money.SCALE);
        problems.throwIfAny();
        return new Money(price.getValue(), currency.getValue());
    }
}
