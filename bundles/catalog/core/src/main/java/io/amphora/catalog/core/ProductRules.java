package io.amphora.catalog.core;

import io.amphora.catalog.api.ProductData;
import io.amphora.common.Money;
import io.amphora.common.Problems;

/** What a product must look like. */
final class ProductRules {
    private static final int SKU = 40;
    private static final int UNIT = 20;
    private static final int LINE = 100;

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
        return new ProductData(sku, name, unit == null ? "pcs" : unit, price, line, data.active(), data.stocked());
    }
}
