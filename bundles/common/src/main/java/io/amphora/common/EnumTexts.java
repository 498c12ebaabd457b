package io.amphora.common;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Names enum values among the arguments of a {@link Problem} in the user's language: {@code OrderStatus.IN_REVIEW} by the message
 * {@code order.status.in-review}, in English without a message "in review"; the {@code State} of an {@code Inbox} by {@code inbox.state.…}. A collection of them becomes a list of names.
 */
public final class EnumTexts {
    private EnumTexts() {
    }

    /** The message key of a value: class name in words, dot, value with dashes. */
    public static String key(Enum<?> value) {
        return name(value.getDeclaringClass()).replaceAll("(?<=[a-z])(?=[A-Z])", ".").toLowerCase(Locale.ROOT) + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A nested {@code State} alone would not say of what. */
    private static String name(Class<?> type) {
        boolean vague = type.getSimpleName().equals("State") && type.getEnclosingClass() != null;
        return vague ? type.getEnclosingClass().getSimpleName() + type.getSimpleName() : type.getSimpleName();
    }

    /** @param find the text of a message key, null if there is none */
    public static Object[] named(List<Object> args, UnaryOperator<String> find) {
        return args.stream().map(arg -> name(arg, find)).toArray();
    }

    private static Object name(Object arg, UnaryOperator<String> find) {
        if (arg instanceof Enum<?> value) {
            String found = find.apply(key(value));
            return found == null ? value.name().toLowerCase(Locale.ROOT).replace('_', ' ') : found;
        }
        if (arg instanceof Kind kind) {
            String found = find.apply(kind.key());
            return found == null ? kind.english() : found;
        }
        if (arg instanceof Collection<?> many) {
            return many.isEmpty() ? "–" : many.stream().map(one -> String.valueOf(name(one, find))).collect(Collectors.joining(", "));
        }
        return arg;
    }
}
