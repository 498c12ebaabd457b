package io.amphora.customer.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.customer.api.CustomerData;
import java.util.Objects;

/** Which fields a change changed, for events: not their values, as personal data stays with the customer. */
final class CustomerChanges {
    private CustomerChanges() {
    }

    static ArrayNode fields(CustomerData before, CustomerData after) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        add(fields, "number", before.number(), after.number());
        add(fields, "name", before.name(), after.name());
        add(fields, "email", before.email(), after.email());
        add(fields, "phone", before.phone(), after.phone());
        add(fields, "country", before.country(), after.country());
        add(fields, "blocked", before.blocked(), after.blocked());
        add(fields, "note", before.note(), after.note());
        add(fields, "language", before.language(), after.language());
        add(fields, "creditLimit", before.creditLimit(), after.creditLimit());
        add(fields, "addresses", before.addresses(), after.addresses());
        return fields;
    }

    private static void add(ArrayNode fields, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }
}
