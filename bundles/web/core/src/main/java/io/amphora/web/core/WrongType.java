package io.amphora.web.core;

import io.amphora.common.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a value should have been, in words of the one who sends it. */
final class WrongType {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private WrongType() {
    }

    static Problem of(String field, Class<?> type) {
        if (type.isEnum()) {
            String values = Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return Problem.of(field, "one-of", "must be one of {0}", values);
        }
        if (WHOLE.contains(type)) {
            return Problem.of(field, "type.whole-number", "must be a whole number in range");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Problem.of(field, "type.boolean", "must be true or false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Problem.of(field, "type.number", "must be a number");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return Problem.of(field, "type.text", "must be a text");
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return Problem.of(field, "type.list", "must be a list");
        }
        if (type == Instant.class) {
            return Problem.of(field, "type.instant", "must be a time such as {0}", "2026-01-31T12:00:00Z");
        }
        return type == LocalDate.class ? Problem.of(field, "type.date", "must be a date such as {0}", "2026-01-31") : Problem.of(field, "type.object", "must be an object");
    }
}
