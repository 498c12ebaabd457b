package io.amphora.transfer.core.mapping;

import static io.amphora.transfer.api.ImportField.Type.DATE;
import static io.amphora.transfer.api.ImportField.Type.FLAG;
import static io.amphora.transfer.api.ImportField.Type.NUMBER;
import static io.amphora.transfer.api.ImportField.Type.TEXT;

import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import java.util.ArrayList;
import java.util.List;

/** What columns can mean, per kind of file. */
public final class Fields {
    private static final List<ImportField> ADDRESS = texts("recipient", "street", "city", "region", "postalCode", "country");
    private static final List<ImportField> ORDER_LINES = list(required("orderNumber", TEXT), required("orderDate", DATE), texts("sku", "productName"),
            numbers("quantity", "unitPrice", "lineAmount", "lineDiscount", "orderTotal", "shipping", "tax", "discount", "paidAmount", "refundedAmount"), texts("currency"),
            texts("customerNumber", "customerName", "email", "phone"), ADDRESS, all(DATE, "cancelledAt", "shippedAt", "deliveredAt", "wishedDate"));
    private static final List<ImportField> PRODUCTS = list(required("sku", TEXT), texts("name"), numbers("price"), texts("currency", "unit", "productLine"),
            flags("active", "stocked"), numbers("taxRate", "cost"), texts("components"));
    private static final List<ImportField> CUSTOMERS = list(required("number", TEXT), texts("name", "firstName", "lastName", "email", "phone"), ADDRESS,
            flags("blocked"), texts("note"), numbers("creditLimit"));
    private static final List<ImportField> STOCK = list(required("sku", TEXT), required("quantity", NUMBER), texts("location"));

    private Fields() {
    }

    public static List<ImportField> of(ImportKind kind) {
        return switch (kind) {
            case ORDER_LINES -> ORDER_LINES;
            case PRODUCTS -> PRODUCTS;
            case CUSTOMERS -> CUSTOMERS;
            case STOCK -> STOCK;
        };
    }

    private static List<ImportField> required(String name, ImportField.Type type) {
        return List.of(new ImportField(name, type, true));
    }

    private static List<ImportField> texts(String... names) {
        return all(TEXT, names);
    }

    private static List<ImportField> numbers(String... names) {
        return all(NUMBER, names);
    }

    private static List<ImportField> flags(String... names) {
        return all(FLAG, names);
    }

    private static List<ImportField> all(ImportField.Type type, String... names) {
        return List.of(names).stream().map(n -> new ImportField(n, type, false)).toList();
    }

    @SafeVarargs
    private static List<ImportField> list(List<ImportField>... parts) {
        List<ImportField> all = new ArrayList<>();
        List.of(parts).forEach(all::addAll);
        return List.copyOf(all);
    }
}
