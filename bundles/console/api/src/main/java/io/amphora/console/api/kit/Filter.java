package io.amphora.console.api.kit;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link FilterBar} asks for. Also the query part of the page's address, so that a filtered list can be linked to.
 *
 * @param view   id of the saved view; empty for the first
 * @param text   free text, stripped
 * @param values values of the chips in use, by name
 */
public record Filter(String view, String text, Map<String, String> values) {
    private static final int MAX = 200;

    public static final Filter NONE = new Filter("", "", Map.of());

    public Filter {
        view = cut(view);
        text = cut(text);
        values = Map.copyOf(values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a chip as an enum constant; empty when it is none (addresses are written by hand, too). */
    public <E extends Enum<E>> Optional<E> value(String name, Class<E> type) {
        return value(name).flatMap(v -> java.util.Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(v)).findFirst());
    }

    /** The value of a chip as a day; empty when it is none. */
    public Optional<LocalDate> day(String name) {
        try {
            return value(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static Filter of(QueryParameters parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.getParameters().forEach((name, list) -> {
            if (!list.isEmpty() && !name.equals("view") && !name.equals("q")) {
                values.put(name, cut(list.get(0)));
            }
        });
        return new Filter(parameters.getSingleParameter("view").orElse(""), parameters.getSingleParameter("q").orElse(""), values);
    }

    public QueryParameters parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        if (!view.isEmpty()) {
            all.put("view", view);
        }
        if (!text.isEmpty()) {
            all.put("q", text);
        }
        all.putAll(values);
        return QueryParameters.simple(all);
    }

    private static String cut(String text) {
        return text == null ? "" : text.length() > MAX ? text.substring(0, MAX) : text.strip();
    }
}
