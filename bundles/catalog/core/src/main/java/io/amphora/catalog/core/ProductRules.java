package io.amphora.catalog.core;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.Money;
import io.amphora.common.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a product must look like. */
final class ProductRules {
    private static final int SKU = 40;
    private static final int UNIT = 20;
    private static final int LINE = 100;
    private static final int COMPONENTS = 50;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private ProductRules() {
    }

    /** @param field prefix of the fields in problems: empty, or {@code [3].} @return the data tidied; only good if no problem was added */
    static ProductData check(ProductData data, String field, Problems problems) {
        String sku = problems.text(field + "sku", data.sku(), SKU);
        String name = problems.text(field + "name", data.name(), Problems.TEXT);
        String unit = problems.optionalText(field + "unit", data.unit(), UNIT);
        String line = problems.optionalText(field + "productLine", data.productLine(), LINE);
        problems.check(sku.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t'), field + "sku", "control-characters", "must not contain control characters");
        Money price = data.price();
        if (price == null) {
            problems.add(field + "price", "required", "must not be empty");
        } else {
            problems.notNegative(field + "price", price.amount(), Money.SCALE);
        }
        return new ProductData(sku, name, unit == null ? "pcs" : unit, price, line, data.active(), data.stocked(), percent(data.taxRate(), field, problems), cost(data.cost(), field, problems),
                components(data, field, problems));
    }

    private static BigDecimal percent(BigDecimal rate, String field, Problems problems) {
        if (rate == null) {
            return null;
        }
        BigDecimal percent = problems.notNegative(field + "taxRate", rate, Money.SCALE);
        problems.check(percent.compareTo(HUNDRED) <= 0, field + "taxRate", "product.percent", "must be at most 100");
        return plain(percent);
    }

    private static BigDecimal cost(BigDecimal cost, String field, Problems problems) {
        return cost == null ? null : plain(problems.notNegative(field + "cost", cost, Money.SCALE));
    }

    /** As it comes back from the database, so that the same is no change. */
    private static BigDecimal plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 100) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<KitComponent> components(ProductData data, String field, Problems problems) {
        List<KitComponent> in = data.components();
        problems.check(in.isEmpty() || data.stocked(), field + "stocked", "product.kit-stocked", "a kit needs stock: what it consists of is taken from there");
        problems.check(in.size() <= COMPONENTS, field + "components", "product.kit-large", "has {0} components, at most {1} are allowed", in.size(), COMPONENTS);
        List<KitComponent> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(in.size(), COMPONENTS); i++) {
            String at = field + "components[" + i + "].";
            String sku = problems.text(at + "sku", in.get(i).sku(), SKU);
            BigDecimal quantity = problems.positive(at + "quantity", in.get(i).quantity(), 3);
            problems.check(seen.add(sku), at + "sku", "product.kit-twice", "names {0} twice", sku);
            problems.check(!sku.equals(data.sku()), at + "sku", "product.kit-itself", "a kit cannot contain itself");
            checked.add(new KitComponent(sku, plain(quantity)));
        }
        return checked;
    }
}
