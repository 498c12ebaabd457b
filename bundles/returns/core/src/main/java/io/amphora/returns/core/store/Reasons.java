package io.amphora.returns.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.common.Problem;
import java.util.ArrayList;
import java.util.List;

/** A problem kept as JSON, so that it can be shown in any language later. */
final class Reasons {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reasons() {
    }

    static String write(Problem p) {
        var node = JSON.createObjectNode().put("code", p.code()).put("pattern", p.pattern());
        var args = node.putArray("args");
        p.args().forEach(a -> args.add(String.valueOf(a)));
        return node.toString();
    }

    static Problem read(String json) {
        if (json == null) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(json);
            List<Object> args = new ArrayList<>();
            node.path("args").forEach(a -> args.add(a.asText()));
            return new Problem("", node.path("code").asText(), node.path("pattern").asText(), args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
