package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Money;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderSums;

/** How the total comes about, row by row; only the total where there is nothing to it but the lines. */
final class TotalsBlock extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats = Formats.current();

    TotalsBlock() {
        addClassName("totals");
    }

    void show(Order order) {
        removeAll();
        OrderSums sums = OrderSums.of(order);
        boolean discounted = sums.discounts().amount().signum() != 0 || sums.discount().amount().signum() != 0;
        if (discounted || !order.charges().isEmpty() || !sums.taxes().isEmpty()) {
            row("order.sum.goods", sums.goods());
            taken("order.sum.discounts", sums.discounts());
            taken("order.sum.discount", sums.discount());
            if (sums.charges().amount().signum() != 0) {
                order.charges().forEach(this::charge);
            }
            sums.taxes().forEach(t -> row(Texts.of(order.pricesIncludeTax() ? "order.sum.tax-in" : "order.sum.tax-on", formats.number(t.rate()), formats.money(t.net())), t.tax(),
                    order.pricesIncludeTax() ? "muted" : null));
        }
        row(Texts.of("order.total"), order.total().rounded(), "sum-total");
    }

    /** While the order cannot be computed. */
    void show(Money total) {
        removeAll();
        if (total != null) {
            row(Texts.of("order.total"), total.rounded(), "sum-total");
        }
    }

    private void charge(OrderPricing.Charge c) {
        row(c.text() == null ? Texts.of("order.charge." + c.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')) : c.text(), c.amount(), null);
    }

    private void taken(String key, Money amount) {
        if (amount.amount().signum() != 0) {
            row(key, Money.zero(amount.currency()).minus(amount));
        }
    }

    private void row(String key, Money amount) {
        row(Texts.of(key), amount, null);
    }

    private void row(String name, Money amount, String style) {
        Span value = new Span(formats.money(amount));
        Div row = new Div(new Span(name), value);
        row.addClassName("sum-row");
        if (style != null) {
            row.addClassName(style);
        }
        add(row);
    }
}
