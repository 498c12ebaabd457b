package io.amphora.payment.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderStatus;
import java.util.ArrayList;
import java.util.List;

/** A problem kept as JSON, so that it can be shown in any language later: the status of an order stays one. */
final class Reasons {
    private static final String STATUS = "@OrderStatus:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reasons() {
    }

    static String write(Problem p) {
        var node = JSON.createObjectNode().put("code", p.code()).put("pattern", p.pattern());
        var args = node.putArray("args");
        p.args().forEach(a -> args.add(a instanceof OrderStatus status ? STATUS + status.name() : String.valueOf(a)));
        return node.toString();
    }

    static Problem read(String json) {
        if (json == null) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(json);
            List<Object> args = new ArrayList<>();
            node.path("args").forEach(a -> args.add(value(a.asText())));
            return new Problem("", node.path("code").asText(), node.path("pattern").asText(), args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private static Object value(String text) {
        return text.startsWith(STATUS) ? OrderStatus.valueOf(text.substring(STATUS.length())) : text;
    }
}
