package io.amphora.transfer.core.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Codes of products that are no goods: no stock is kept of them. */
final class Services {
    private final Set<String> exact = new HashSet<>();
    private final List<String> beginnings;

    /** @param codes {@code *} at the end stands for anything */
    Services(List<String> codes) {
        codes.stream().filter(c -> !c.endsWith("*")).forEach(exact::add);
        beginnings = codes.stream().filter(c -> c.endsWith("*") && c.length() > 1).map(c -> c.substring(0, c.length() - 1)).toList();
    }

    boolean isService(String sku) {
        return exact.contains(sku) || beginnings.stream().anyMatch(sku::startsWith);
    }
}
