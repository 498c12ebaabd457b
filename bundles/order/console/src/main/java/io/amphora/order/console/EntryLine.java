package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import io.amphora.catalog.api.Product;
import io.amphora.common.Money;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** One line while an order is entered: product, quantity, price with where it comes from, and what is in stock. */
final class EntryLine extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Product product;
    private final BigDecimalField quantity = new BigDecimalField();
    private final BigDecimalField price = new BigDecimalField();
    private final TextField discount = new TextField();
    private final Span amount = new Span();
    private final Span source = new Span();
    private final transient Collection<BigDecimal> available;
    private final Div stock = new Div();
    private final transient Currency currency;
    /** Null if the catalogue knows none in this currency. */
    private final transient BigDecimal listPrice;
    private final LineMore more;

    /** @param available per location, null if no stock is kept; @param unitPrice null takes the list price */
    EntryLine(Product product, Currency currency, BigDecimal count, BigDecimal unitPrice, Collection<BigDecimal> available, Runnable changed, Runnable removed) {
        this.product = product;
        this.currency = currency;
        this.available = available;
        listPrice = product.price().currency().equals(currency) ? product.price().amount() : null;
        more = new LineMore(product, changed);
        addClassName("entry-line");
        Span sku = new Span(product.sku());
        sku.addClassName("muted");
        Div name = new Div(new Span(product.name()), sku);
        name.addClassName("two-lines");
        field(quantity, "order.line.quantity", count);
        field(price, "order.line.price", shown(unitPrice == null ? listPrice : unitPrice));
        quantity.setSuffixComponent(new Span(Texts.orElse("unit." + product.unit(), product.unit())));
        source.addClassName("muted");
        amount.addClassName("entry-amount");
        discount.setAriaLabel(Texts.of("order.line.discount"));
        discount.setPlaceholder(Texts.of("order.line.discount"));
        discount.addThemeVariants(TextFieldVariant.LUMO_SMALL, TextFieldVariant.LUMO_ALIGN_RIGHT);
        discount.setManualValidation(true);
        discount.setAutoselect(true);
        discount.addClassName("entry-discount");
        discount.addValueChangeListener(e -> {
            discount.setErrorMessage(Texts.of("order.discount.unclear"));
            discount.setInvalid(!DiscountText.usable(e.getValue()));
            if (!discount.isInvalid()) {
                changed(changed);
            }
        });
        quantity.addValueChangeListener(e -> changed(changed));
        price.addValueChangeListener(e -> changed(changed));
        Button remove = new Button(new Icons("trash"), e -> removed.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(Texts.of("order.line.remove", product.sku()));
        add(name, stock, quantity, new Div(price, source), discount, amount, more.opener(), remove, more);
        show();
    }

    /** With as many decimals as the currency has, more only where they say something. */
    private BigDecimal shown(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.setScale(Math.max(exact.scale(), Math.max(0, currency.getDefaultFractionDigits())));
    }

    private static void field(BigDecimalField field, String label, BigDecimal value) {
        field.setAriaLabel(Texts.of(label));
        field.setValue(value);
        field.addThemeVariants(TextFieldVariant.LUMO_SMALL, TextFieldVariant.LUMO_ALIGN_RIGHT);
        field.setManualValidation(true);
        field.setAutoselect(true);
    }

    private void changed(Runnable changed) {
        show();
        changed.run();
    }

    private void show() {
        Formats formats = Formats.current();
        amount.setText(formats.money(afterDiscount()));
        source.setText(listPrice == null ? Texts.of("order.price.no-list") : atList() ? Texts.of("order.price.list") : Texts.of("order.price.by-hand", formats.money(product.price())));
        stock.removeAll();
        if (available != null) {
            // a line is reserved at one location: the best one counts
            BigDecimal best = available.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
            BigDecimal all = available.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean enough = quantity.getValue() == null || quantity.getValue().compareTo(best) <= 0;
            stock.add(Badge.of(enough ? Badge.Tone.NEUTRAL : Badge.Tone.ERROR, "order.line.available", formats.number(best)));
            if (best.compareTo(all) != 0) {
                Span other = new Span(Texts.of("order.line.available-in-all", formats.number(all)));
                other.addClassName("muted");
                stock.add(other);
            }
        }
    }

    /** As another draft or order has it. */
    EntryLine with(Order.Line line) {
        more.show(line.taxRate(), line.note());
        discount.setValue(DiscountText.of(line.discount().amount().signum() == 0 ? null
                : line.money().discountPercent() != null ? new Discount(line.money().discountPercent(), null) : new Discount(null, line.discount().amount())));
        return this;
    }

    private Money afterDiscount() {
        Discount off = own();
        if (off == null) {
            return amount();
        }
        Calculation.LineResult line = Calculation.of(currency(), true, List.of(new Calculation.LineInput(amount().amount(), off, null)), null, List.of()).lines().get(0);
        return new Money(line.payable(), currency());
    }

    Money amount() {
        BigDecimal count = quantity.getValue() == null ? BigDecimal.ZERO : quantity.getValue();
        BigDecimal each = price.getValue() != null ? price.getValue() : listPrice == null ? BigDecimal.ZERO : listPrice;
        return Money.of(each.multiply(count).setScale(Money.SCALE, java.math.RoundingMode.HALF_UP), currency.getCurrencyCode());
    }

    private boolean atList() {
        return price.getValue() == null || listPrice != null && price.getValue().compareTo(listPrice) == 0;
    }

    /** As the order domain takes it; the list price stays the domain's to fill in. */
    NewOrder.Line line() {
        return new NewOrder.Line(product.sku(), quantity.getValue(), atList() ? null : price.getValue(), own(), more.taxRate(), more.note());
    }

    /** Its own discount, null for none. */
    Discount own() {
        return DiscountText.parse(discount.getValue()).orElse(null);
    }

    Currency currency() {
        return currency;
    }

    /** Tax and note. */
    LineMore more() {
        return more;
    }

    String sku() {
        return product.sku();
    }

    void more(BigDecimal count) {
        quantity.setValue(quantity.getValue() == null ? count : quantity.getValue().add(count));
    }

    BigDecimalField quantity() {
        return quantity;
    }

    TextField discount() {
        return discount;
    }

    BigDecimalField price() {
        return price;
    }
}
