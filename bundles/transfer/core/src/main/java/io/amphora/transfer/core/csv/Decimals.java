package io.amphora.transfer.core.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the numbers of a file are written, column by column: most files have one notation, some mix them. */
public final class Decimals {
    private final Map<String, NumberNotation> columns = new LinkedHashMap<>();

    /** @param field whose column it is */
    public void take(String field, String text) {
        if (!text.isEmpty()) {
            columns.computeIfAbsent(field, f -> new NumberNotation()).take(text);
        }
    }

    /** What most values of the file say; point if none says anything. */
    public boolean comma() {
        Collection<NumberNotation> all = columns.values();
        return all.stream().mapToLong(NumberNotation::commas).sum() > all.stream().mapToLong(NumberNotation::points).sum();
    }

    /** Fields whose column says otherwise than the file. */
    public Map<String, Boolean> others() {
        boolean usual = comma();
        Map<String, Boolean> others = new HashMap<>();
        columns.forEach((field, notation) -> {
            if (notation.comma() != null && notation.comma() != usual) {
                others.put(field, notation.comma());
            }
        });
        return others;
    }

    /** Fields with values like 1,234 while nothing in the whole file tells what they mean. */
    public List<String> uncertain() {
        List<String> fields = new ArrayList<>();
        if (columns.values().stream().allMatch(n -> n.comma() == null)) {
            columns.forEach((field, notation) -> {
                if (notation.uncertain()) {
                    fields.add(field);
                }
            });
        }
        return fields;
    }

    /** Fields whose values contradict each other. */
    public List<String> mixed() {
        List<String> fields = new ArrayList<>();
        columns.forEach((field, notation) -> {
            if (notation.mixed()) {
                fields.add(field);
            }
        });
        return fields;
    }
}
