package io.amphora.catalog.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.catalog.api.Product;
import java.util.Objects;

/** What a change changed, for events: field to old and new value. */
final class ProductChanges {
    private ProductChanges() {
    }

    static ObjectNode between(Product before, Product after) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        add(changes, "name", before.name(), after.name());
        add(changes, "unit", before.unit(), after.unit());
        if (!before.price().equals(after.price())) {
            add(changes, "price", before.price(), after.price());
        }
        add(changes, "productLine", before.productLine(), after.productLine());
        add(changes, "active", before.active(), after.active());
        add(changes, "stocked", before.stocked(), after.stocked());
        add(changes, "taxRate", before.taxRate(), after.taxRate());
        add(changes, "cost", before.cost(), after.cost());
        add(changes, "components", KitText.of(before.components()), KitText.of(after.components()));
        return changes;
    }

    private static void add(ObjectNode changes, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.putArray(field).add(before == null ? null : before.toString()).add(after == null ? null : after.toString());
        }
    }
}
