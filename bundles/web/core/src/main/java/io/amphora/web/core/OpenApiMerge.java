package io.amphora.web.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts the documents of several bundles into one, under a frame of ours; equal names of different schemas get their domain in front. */
final class OpenApiMerge {
    private static final String SCHEMA_REF = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final ObjectNode whole = frame();
    private final ObjectNode paths = whole.withObject("/paths");
    private final ObjectNode schemas = whole.withObject("/components/schemas");
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> open;

    /** @param open operations that want no token */
    OpenApiMerge(Set<String> open) {
        this.open = open;
    }

    private static ObjectNode frame() {
        try (InputStream in = OpenApiMerge.class.getResourceAsStream("/docs/frame.json")) {
            return (ObjectNode) Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param parts by symbolic name of the bundle, in the order in which names are given away */
    ObjectNode of(Map<String, ObjectNode> parts) {
        parts.forEach(this::add);
        ArrayNode tagList = whole.putArray("tags");
        tags.forEach(tag -> tagList.addObject().put("name", tag));
        return whole;
    }

    private void add(String bundle, ObjectNode original) {
        ObjectNode part = original.deepCopy();
        Map<String, String> renamed = new HashMap<>();
        for (Map.Entry<String, JsonNode> schema : part.path("components").path("schemas").properties()) {
            JsonNode taken = schemas.get(schema.getKey());
            if (taken != null && !taken.equals(schema.getValue())) {
                renamed.put(schema.getKey(), domain(bundle) + schema.getKey());
            }
        }
        while (renameUsers(bundle, part, renamed)) {
            // those that refer to them refer to others now
        }
        rename(part, renamed);
        part.path("components").path("schemas").properties().forEach(s -> schemas.set(renamed.getOrDefault(s.getKey(), s.getKey()), s.getValue()));
        for (Map.Entry<String, JsonNode> path : part.path("paths").properties()) {
            String name = path.getKey().startsWith("/") ? path.getKey() : "/" + path.getKey();
            path.getValue().properties().stream().filter(o -> METHODS.contains(o.getKey())).forEach(o -> complete(name, o.getKey(), (ObjectNode) o.getValue()));
            paths.withObject("/" + name.replace("~", "~0").replace("/", "~1")).setAll((ObjectNode) path.getValue());
        }
    }

    /** What looks the same as what has its name already, and is not: it refers to something that is renamed. @return whether there was such */
    private boolean renameUsers(String bundle, ObjectNode part, Map<String, String> renamed) {
        Map<String, String> more = new HashMap<>();
        for (Map.Entry<String, JsonNode> schema : part.path("components").path("schemas").properties()) {
            boolean refers = schema.getValue().findValuesAsText("$ref").stream().anyMatch(r -> renamed.containsKey(r.replace(SCHEMA_REF, "")));
            if (refers && schemas.has(schema.getKey()) && !renamed.containsKey(schema.getKey())) {
                more.put(schema.getKey(), domain(bundle) + schema.getKey());
            }
        }
        renamed.putAll(more);
        return !more.isEmpty();
    }

    private void complete(String path, String method, ObjectNode operation) {
        operation.path("tags").forEach(tag -> tags.add(tag.asText()));
        // unique over all bundles
        operation.put("operationId", method + path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", ""));
        if (open.contains(method + " " + path)) {
            operation.putArray("security");
        }
        ObjectNode responses = operation.withObject("/responses");
        if (responses.isEmpty() || responses.size() == 1 && responses.has("default")) {
            JsonNode only = responses.remove("default");
            responses.set(method.equals("post") ? "201" : "200", only == null ? Json.MAPPER.createObjectNode().put("description", "done") : only);
        }
        responses.set("default", Json.MAPPER.createObjectNode().put("$ref", "#/components/responses/Problem"));
        responses.properties().forEach(r -> {
            if (r.getValue() instanceof ObjectNode response && !response.has("$ref") && response.path("description").asText().isBlank()) {
                response.put("description", "done");
            }
        });
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith(SCHEMA_REF)) {
            String name = object.get("$ref").asText().substring(SCHEMA_REF.length());
            object.put("$ref", SCHEMA_REF + renamed.getOrDefault(name, name));
        }
        node.forEach(child -> rename(child, renamed));
    }

    private static String domain(String bundle) {
        String name = bundle.replaceFirst("^io\\.amphora\\.", "").replaceFirst("\\.rest$", "").replace(".", "");
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
