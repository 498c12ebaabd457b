package io.amphora.web.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {
    private static ObjectNode part(String path, String schema, String property) throws IOException {
        return (ObjectNode) Json.MAPPER.readTree("""
                {"openapi": "3.0.1", "paths": {"%s": {"get": {"tags": ["t%s"], "operationId": "list", "responses": {"default": {"description": "default response",
                 "content": {"application/json": {"schema": {"$ref": "#/components/schemas/%s"}}}}}}}},
                 "components": {"schemas": {"%s": {"type": "object", "properties": {"%s": {"type": "string"}}}}}}""".formatted(path, path, schema, schema, property));
    }

    private static ObjectNode merged(Map<String, ObjectNode> parts) {
        return new OpenApiMerge(Set.of("get /open")).of(new TreeMap<>(parts));
    }

    @Test
    void containsTheOperationsOfAllBundlesUnderOurFrame() throws IOException {
        ObjectNode whole = merged(Map.of("io.amphora.order.rest", part("/orders", "Order", "a"), "io.amphora.catalog.rest", part("/products", "Product", "b")));

        assertThat(whole.at("/paths")).hasSize(2);
        assertThat(whole.at("/paths/~1orders/get/operationId").asText()).isEqualTo("get_orders");
        assertThat(whole.at("/paths/~1orders/get/responses/200/content/application~1json/schema/$ref").asText()).isEqualTo("#/components/schemas/Order");
        assertThat(whole.at("/paths/~1orders/get/responses/default/$ref").asText()).isEqualTo("#/components/responses/Problem");
        assertThat(whole.at("/components/schemas").properties()).extracting(Map.Entry::getKey).contains("Order", "Product", "Problem");
        assertThat(whole.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
        assertThat(whole.at("/tags")).hasSize(2);
    }

    @Test
    void keepsDifferentSchemasOfOneNameApart() throws IOException {
        ObjectNode whole = merged(Map.of("io.amphora.a.rest", part("/a", "LineIn", "x"), "io.amphora.b.rest", part("/b", "LineIn", "y"),
                "io.amphora.c.rest", part("/c", "LineIn", "x")));

        assertThat(whole.at("/paths/~1a/get/responses/200/content/application~1json/schema/$ref").asText()).endsWith("/LineIn");
        assertThat(whole.at("/paths/~1b/get/responses/200/content/application~1json/schema/$ref").asText()).endsWith("/BLineIn");
        assertThat(whole.at("/paths/~1c/get/responses/200/content/application~1json/schema/$ref").asText()).as("same schema").endsWith("/LineIn");
        assertThat(whole.at("/components/schemas/BLineIn/properties").has("y")).isTrue();
    }

    @Test
    void whatRefersToDifferentSchemasOfOneNameIsKeptApartToo() throws IOException {
        Map<String, ObjectNode> parts = Map.of("io.amphora.a.rest", part("/a", "EntryJson", "x"), "io.amphora.b.rest", part("/b", "EntryJson", "y"));
        for (ObjectNode part : parts.values()) {
            ((ObjectNode) part.at("/components/schemas")).set("PageEntryJson", Json.MAPPER.readTree("{\"properties\": {\"items\": {\"items\": {\"$ref\": \"#/components/schemas/EntryJson\"}}}}"));
        }

        ObjectNode whole = merged(parts);

        assertThat(whole.at("/components/schemas/PageEntryJson/properties/items/items/$ref").asText()).endsWith("/EntryJson");
        assertThat(whole.at("/components/schemas/BPageEntryJson/properties/items/items/$ref").asText()).endsWith("/BEntryJson");
    }

    @Test
    void joinsOperationsOfOnePathFromTwoBundles() throws IOException {
        ObjectNode second = part("/a", "B", "y");
        ((ObjectNode) second.at("/paths/~1a")).set("post", second.at("/paths/~1a/get"));
        ((ObjectNode) second.at("/paths/~1a")).remove("get");

        ObjectNode whole = merged(Map.of("io.amphora.a.rest", part("/a", "A", "x"), "io.amphora.b.rest", second));

        assertThat(whole.at("/paths/~1a")).hasSize(2);
        assertThat(whole.at("/paths/~1a/post/responses/201").isObject()).isTrue();
    }

    @Test
    void marksWhatAnswersWithoutAToken() throws IOException {
        ObjectNode whole = merged(Map.of("io.amphora.a.rest", part("/open", "A", "x"), "io.amphora.b.rest", part("/b", "B", "y")));

        assertThat(whole.at("/security/0/token").isArray()).isTrue();
        assertThat(whole.at("/paths/~1open/get/security").isArray()).isTrue();
        assertThat(whole.at("/paths/~1open/get/security")).isEmpty();
        assertThat(whole.at("/paths/~1b/get").has("security")).isFalse();
    }

    @Test
    void findsThePublicOperationsOfResources() {
        assertThat(PublicOperations.of(List.of(new SampleResource(), new OpenApiResource(null, Set.of())))).containsExactly("get /openapi.json", "get /things/open");
    }
}
