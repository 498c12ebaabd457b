package io.amphora.extension.core;

import io.amphora.extension.core.Part.Need;
import io.amphora.extension.core.Parts.Offer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which components stop when bundles go: their own, those that cannot do without these, and so on. */
final class Knockout {
    private final List<Part> parts;
    private final Function<Need, List<Offer>> registry;
    private final Map<Need, List<Offer>> asked = new HashMap<>();

    Knockout(List<Part> parts, Function<Need, List<Offer>> registry) {
        this.parts = parts;
        this.registry = registry;
    }

    /** Those that are active now and would not be afterwards. */
    Set<Part> without(Set<Long> bundles) {
        Set<Part> out = new LinkedHashSet<>();
        Set<Long> components = new HashSet<>();
        parts.stream().filter(p -> p.active() && bundles.contains(p.bundleId())).forEach(p -> add(p, out, components));
        boolean more = true;
        while (more) {
            more = false;
            for (Part part : parts) {
                if (part.active() && !out.contains(part) && part.needs().stream().anyMatch(need -> !stillThere(need, bundles, components))) {
                    add(part, out, components);
                    more = true;
                }
            }
        }
        return out;
    }

    private static void add(Part part, Set<Part> out, Set<Long> components) {
        out.add(part);
        components.addAll(part.ids());
    }

    private boolean stillThere(Need need, Set<Long> bundles, Set<Long> components) {
        return asked.computeIfAbsent(need, registry).stream()
                .anyMatch(offer -> !bundles.contains(offer.bundleId()) && (offer.componentId() == null || !components.contains(offer.componentId())));
    }
}
