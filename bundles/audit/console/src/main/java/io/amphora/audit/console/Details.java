package io.amphora.audit.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.audit.api.AuditEntry;
import io.amphora.console.api.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What an event told, as names and values for people. */
final class Details {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE = 160;
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*|[a-z]+(-[a-z]+)*");

    private Details() {
    }

    /** In their order, without who did it; the whole text under {@code ""} if it is no JSON object. */
    static Map<String, String> of(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                root.fields().forEachRemaining(f -> values.put(f.getKey(), f.getValue().isValueNode() ? f.getValue().asText() : f.getValue().toString()));
                values.values().removeIf("null"::equals);
                values.remove("by");
                return values;
            }
        } catch (JsonProcessingException e) {
            values.clear();
        }
        values.put("", json);
        return values;
    }

    /** The same in the language of the reader, as far as there are words for it: the area's console has those of its states. */
    static List<String> readable(AuditEntry entry) {
        return of(entry.details()).entrySet().stream().map(e -> e.getKey().isEmpty() ? e.getValue()
                : Texts.orElse("audit.detail." + e.getKey(), e.getKey()) + ": " + readable(entry.area() + "." + e.getKey(), e.getValue())).toList();
    }

    private static String readable(String prefix, String value) {
        return CODE.matcher(value).matches() ? Texts.orElse(prefix + "." + value.toLowerCase(Locale.ROOT).replace('_', '-'), value) : value;
    }

    /** On one line, cut where it gets long. */
    static String line(AuditEntry entry) {
        String line = String.join(" · ", readable(entry));
        return line.length() <= LINE ? line : line.substring(0, LINE) + "…";
    }
}
