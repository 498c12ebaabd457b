package io.amphora.order.core.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.common.Problem;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Problems as text in a column, so that they can be told in any language later: names of enumerations stay names of enumerations. */
final class KeptProblems {
    static final int MAX = 8000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param args text; enum values as {@code @OrderStatus:APPROVED}, lists as lists */
    private record Kept(String field, String code, String pattern, List<Object> args) {
    }

    private KeptProblems() {
    }

    /** As many as fit, at least the first one. */
    static String text(List<Problem> problems) {
        List<Kept> kept = new ArrayList<>();
        String text = "[]";
        for (Problem p : problems) {
            kept.add(new Kept(p.field(), p.code(), p.pattern(), p.args().stream().map(KeptProblems::keep).toList()));
            String longer = write(kept);
            if (longer.length() > MAX) {
                break;
            }
            text = longer;
        }
        return text;
    }

    static List<Problem> read(String text) {
        if (text == null) {
            return List.of();
        }
        try {
            return JSON.readValue(text, new TypeReference<List<Kept>>() {
            }).stream().map(k -> new Problem(k.field(), k.code(), k.pattern(), k.args().stream().map(KeptProblems::value).toList())).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(List<Kept> kept) {
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object keep(Object arg) {
        if (arg instanceof Collection<?> many) {
            return many.stream().map(KeptProblems::keep).toList();
        }
        return arg instanceof Enum<?> e ? "@" + e.getDeclaringClass().getSimpleName() + ":" + e.name() : arg instanceof Number ? arg : String.valueOf(arg);
    }

    private static Object value(Object kept) {
        if (kept instanceof Collection<?> many) {
            return many.stream().map(KeptProblems::value).toList();
        }
        String text = String.valueOf(kept);
        int colon = text.indexOf(':');
        if (!text.startsWith("@") || colon < 0) {
            return kept;
        }
        String name = text.substring(colon + 1);
        return switch (text.substring(1, colon)) {
            case "OrderAction" -> OrderAction.valueOf(name);
            case "OrderStatus" -> OrderStatus.valueOf(name);
            case "HoldType" -> HoldType.valueOf(name);
            default -> name;
        };
    }
}
