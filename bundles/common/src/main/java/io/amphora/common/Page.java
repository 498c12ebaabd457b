package io.amphora.common;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A part of a list.
 *
 * @param items the rows, in order
 * @param next  cursor for what follows; null when nothing does
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** From {@code size + 1} fetched rows: the extra one only tells that there is more. The cursor is the last row's number. */
    public static <T> Page<T> of(List<T> fetched, int size, ToLongFunction<T> key) {
        return ofText(fetched, size, row -> Long.toString(key.applyAsLong(row), 36));
    }

    /** As {@link #of}, for lists keyed by a text. */
    public static <T> Page<T> ofText(List<T> fetched, int size, Function<T, String> key) {
        boolean more = fetched.size() > size;
        List<T> items = more ? fetched.subList(0, size) : fetched;
        return new Page<>(items, more ? key.apply(items.get(size - 1)) : null);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> f) {
        return new Page<>(items.stream().<R>map(f).toList(), next);
    }
}
