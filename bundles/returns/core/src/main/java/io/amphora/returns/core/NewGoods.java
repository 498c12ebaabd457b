package io.amphora.returns.core;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Money;
import io.amphora.common.Problems;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.NewOrder;
import io.amphora.platform.api.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What goods that are chosen in exchange come to, as the order domain will compute it. */
@Component(service = NewGoods.class)
public final class NewGoods {
    /** Of the order domain: what holds for orders that do not say. */
    private static final String PRICES_INCLUDE_TAX = "order.prices-include-tax";
    private static final int SCALE = 3;

    private final Products products;
    private final Settings settings;

    @Activate
    public NewGoods(@Reference Products products, @Reference Settings settings) {
        this.products = products;
        this.settings = settings;
    }

    /** @param problems get what is wrong with which line */
    Money total(Currency currency, List<NewOrder.Line> lines, Problems problems) {
        Map<String, Product> known = products.lookup(lines.stream().map(NewOrder.Line::sku).filter(Objects::nonNull).toList());
        List<Calculation.LineInput> inputs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NewOrder.Line l = lines.get(i);
            String at = "lines[" + i + "].";
            Product p = l.sku() == null ? null : known.get(l.sku());
            problems.check(p != null && p.active(), at + "sku", "returns.exchange-sku", "there is no active product {0}", String.valueOf(l.sku()));
            BigDecimal quantity = problems.positive(at + "quantity", l.quantity(), SCALE);
            boolean priced = l.unitPrice() != null || p != null && p.price() != null && p.price().currency().equals(currency);
            problems.check(p == null || priced, at + "unitPrice", "returns.exchange-price", "{0} has no price in {1}: say one", String.valueOf(l.sku()), currency.getCurrencyCode());
            if (p != null && priced) {
                BigDecimal price = l.unitPrice() != null ? problems.notNegative(at + "unitPrice", l.unitPrice(), 4) : p.price().amount();
                inputs.add(new Calculation.LineInput(price.multiply(quantity), null, p.taxRate()));
            }
        }
        boolean included = settings.get(Settings.INSTALLATION, PRICES_INCLUDE_TAX).map(v -> v.strip().equals("true")).orElse(false);
        BigDecimal sum = Calculation.of(currency, included, inputs, null, List.of()).lines().stream().map(Calculation.LineResult::payable).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, currency).rounded();
    }
}
