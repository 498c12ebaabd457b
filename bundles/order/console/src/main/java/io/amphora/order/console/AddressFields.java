package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Address;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address, part by part. */
final class AddressFields extends Div {
    private static final long serialVersionUID = 1L;
    private static final List<String> PARTS = List.of("recipient", "street", "postalCode", "city", "region", "country");

    private final transient Map<String, TextField> fields = new LinkedHashMap<>();

    AddressFields(FieldErrors errors, Runnable changed) {
        addClassName("amend-address");
        for (String part : PARTS) {
            TextField field = new TextField(Texts.of("order.address." + part));
            field.setMaxLength(200);
            field.setId("address-" + part);
            field.addValueChangeListener(e -> changed.run());
            fields.put(part, field);
            errors.bind("shipTo." + part, field);
            add(field);
        }
    }

    void show(Address a) {
        List<String> parts = Arrays.asList(a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country());
        for (int i = 0; i < parts.size(); i++) {
            fields.get(PARTS.get(i)).setValue(parts.get(i) == null ? "" : parts.get(i));
        }
    }

    Address value() {
        return new Address(part("recipient"), part("street"), part("city"), part("region"), part("postalCode"), part("country"));
    }

    void focus() {
        fields.get("recipient").focus();
    }

    private String part(String name) {
        String value = fields.get(name).getValue();
        return value.isBlank() ? null : value.strip();
    }

    /** In one line, for a choice. */
    static String line(Address a) {
        return Stream.of(a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country()).filter(p -> p != null && !p.isBlank()).collect(Collectors.joining(", "));
    }
}
