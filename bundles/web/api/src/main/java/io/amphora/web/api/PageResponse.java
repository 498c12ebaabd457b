package io.amphora.web.api;

import io.amphora.common.Page;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list as JSON. A list's resource method returns a record or class of its own that looks like this only if its OpenAPI
 * document should name the item type; {@code PageResponse<OrderJson>} as return type does so, too.
 *
 * @param next cursor for {@code after}; absent at the end
 */
public record PageResponse<T>(List<T> items, String next) {
    public PageResponse {
        items = List.copyOf(items);
    }

    public static <T> PageResponse<T> of(Page<T> page) {
        return new PageResponse<>(page.items(), page.next());
    }

    /** With each row turned into its JSON shape. */
    public static <T, R> PageResponse<R> of(Page<T> page, Function<? super T, ? extends R> json) {
        return of(page.map(json));
    }
}
