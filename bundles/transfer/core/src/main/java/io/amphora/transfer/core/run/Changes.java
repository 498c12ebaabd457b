package io.amphora.transfer.core.run;

import io.amphora.catalog.api.ProductData;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.CustomerData;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.core.run.Figures.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between a thing as it is and as a row says. */
final class Changes {
    private Changes() {
    }

    static Map<String, String> of(ProductData p) {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("name", p.name());
        m.put("unit", p.unit());
        m.put("price", p.price().amount().signum() == 0 ? "0 " + p.price().currency() : p.price().amount().stripTrailingZeros().toPlainString() + " " + p.price().currency());
        m.put("productLine", p.productLine());
        m.put("active", String.valueOf(p.active()));
        m.put("stocked", String.valueOf(p.stocked()));
        m.put("taxRate", number(p.taxRate()));
        m.put("cost", number(p.cost()));
        m.put("components", p.components().isEmpty() ? null : p.components().stream().map(c -> c.sku() + "*" + number(c.quantity())).collect(Collectors.joining("; ")));
        return m;
    }

    static Map<String, String> of(CustomerData c) {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("name", c.name());
        m.put("email", c.email());
        m.put("phone", c.phone());
        m.put("country", c.country());
        m.put("blocked", String.valueOf(c.blocked()));
        m.put("note", c.note());
        m.put("creditLimit", number(c.creditLimit()));
        m.put("address", c.addresses().stream().map(Changes::text).collect(Collectors.joining(" | ")));
        return m;
    }

    private static String number(java.math.BigDecimal n) {
        return n == null ? null : n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString();
    }

    private static String text(Address a) {
        return Stream.of(a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** @param before null if it is not there yet */
    static void count(Figures figures, String what, String key, Map<String, String> before, Map<String, String> after) {
        if (before == null) {
            figures.effect(what, Change.CREATED, 1);
            return;
        }
        boolean changed = false;
        for (var field : after.entrySet()) {
            if (!Objects.equals(before.get(field.getKey()), field.getValue())) {
                changed = true;
                figures.example(new Outcome.Change(what, key, field.getKey(), before.get(field.getKey()), field.getValue()));
            }
        }
        figures.effect(what, changed ? Change.CHANGED : Change.UNCHANGED, 1);
    }
}
