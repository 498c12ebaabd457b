package io.amphora.audit.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What an event told, as names and values for people. */
final class Details {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE = 160;

    private Details() {
    }

    /** In their order, without who did it; the whole text under {@code ""} if it is no JSON object. */
    static Map<String, String> of(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                root.fields().forEachRemaining(f -> values.put(f.getKey(), f.getValue().isValueNode() ? f.getValue().asText() : f.getValue().toString()));
                values.remove("by");
                return values;
            }
        } catch (JsonProcessingException e) {
            values.clear();
        }
        values.put("", json);
        return values;
    }

    /** On one line, cut where it gets long. */
    static String line(String json) {
        String line = of(json).entrySet().stream().map(e -> e.getKey().isEmpty() ? e.getValue() : e.getKey() + ": " + e.getValue()).collect(Collectors.joining(" · "));
        return line.length() <= LINE ? line : line.substring(0, LINE) + "…";
    }
}
