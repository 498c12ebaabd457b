package io.amphora.ext.channel.filedrop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amphora.channel.api.IncomingOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Orders as JSON: one or a list. Names everything wrong, not only the first. */
final class JsonOrders {
    private static final List<String> TEXTS = List.of("externalId", "customerNumber", "customerName", "email", "phone", "street", "city", "region", "postalCode", "country", "currency",
            "reference", "note", "wishedDate");
    private static final List<String> LINE = List.of("sku", "quantity", "unitPrice");
    private static final int DIGITS = 30;
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private final List<String> problems = new ArrayList<>();

    private JsonOrders() {
    }

    static OrderFile read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return new JsonOrders().file(root);
        } catch (JsonProcessingException e) {
            return OrderFile.broken("the file is not JSON: line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage());
        }
    }

    private OrderFile file(JsonNode root) {
        List<IncomingOrder> orders = new ArrayList<>();
        if (root.isArray()) {
            for (int i = 0; i < root.size(); i++) {
                orders.add(order(root.get(i), "[" + i + "]"));
            }
        } else {
            orders.add(order(root, ""));
        }
        if (orders.isEmpty()) {
            problems.add("there is no order in it");
        }
        return new OrderFile(orders, problems);
    }

    private IncomingOrder order(JsonNode o, String at) {
        if (!o.isObject()) {
            problems.add(at + " must be an order as a JSON object");
            return null;
        }
        o.fieldNames().forEachRemaining(f -> check(TEXTS.contains(f) || f.equals("lines"), path(at, f) + " is no field of an order"));
        List<String> t = TEXTS.stream().map(f -> text(o, f, at)).toList().stream().map(v -> v.isEmpty() ? null : v).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        check(t.get(0) != null, path(at, "externalId") + " is missing");
        JsonNode lines = o.path("lines");
        check(lines.isArray() && !lines.isEmpty(), path(at, "lines") + " must be a list with at least one line");
        List<IncomingOrder.Line> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(line(lines.get(i), path(at, "lines[" + i + "]")));
        }
        return new IncomingOrder(t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5), t.get(6), t.get(7), t.get(8), t.get(9), t.get(10), t.get(11), t.get(12), all, t.get(13));
    }

    private IncomingOrder.Line line(JsonNode l, String at) {
        check(l.isObject(), at + " must be a JSON object");
        l.fieldNames().forEachRemaining(f -> check(LINE.contains(f), path(at, f) + " is no field of a line"));
        String sku = text(l, "sku", at);
        check(!sku.isEmpty(), path(at, "sku") + " is missing");
        BigDecimal quantity = number(l, "quantity", at);
        check(quantity != null || l.hasNonNull("quantity"), path(at, "quantity") + " is missing");
        return new IncomingOrder.Line(sku, quantity, number(l, "unitPrice", at));
    }

    /** Empty for none. */
    private String text(JsonNode o, String field, String at) {
        JsonNode value = o.path(field);
        check(value.isMissingNode() || value.isNull() || value.isTextual(), path(at, field) + " must be a text");
        return value.isTextual() ? value.textValue().strip() : "";
    }

    private BigDecimal number(JsonNode o, String field, String at) {
        JsonNode value = o.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        boolean fits = value.isNumber() && Math.abs((long) value.decimalValue().scale()) + value.decimalValue().precision() <= DIGITS;
        check(fits, path(at, field) + " must be a number");
        return fits ? value.decimalValue() : null;
    }

    private static String path(String at, String field) {
        return at.isEmpty() ? field : at + "." + field;
    }

    private void check(boolean ok, String problem) {
        if (!ok) {
            problems.add(problem);
        }
    }
}
