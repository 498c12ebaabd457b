package io.amphora.extension.core;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A feature and what it is made of.
 *
 * @param needs     names of features it cannot be without
 * @param locations of its own bundles
 */
record FeatureNode(String name, String version, String description, boolean on, Set<String> needs, List<String> locations) {
    FeatureNode {
        needs = Set.copyOf(needs);
        locations = List.copyOf(locations);
    }

    /** Those that are on and need it, directly or through others. */
    static Set<String> dependents(String name, Map<String, FeatureNode> all) {
        Set<String> found = new TreeSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (FeatureNode node : all.values()) {
                if (node.on() && !found.contains(node.name()) && (node.needs().contains(name) || node.needs().stream().anyMatch(found::contains))) {
                    more = found.add(node.name());
                }
            }
        }
        return found;
    }

    /** What goes when these are off: their bundles, without those that a remaining feature has, too. */
    static Set<String> stopping(Collection<String> off, Map<String, FeatureNode> all) {
        Set<String> locations = new LinkedHashSet<>();
        off.forEach(name -> locations.addAll(all.get(name).locations()));
        all.values().stream().filter(node -> node.on() && !off.contains(node.name())).forEach(node -> locations.removeAll(node.locations()));
        return locations;
    }

    /** {@code mvn:io.amphora/io.amphora.report.core/1.0.0} is io.amphora.report.core: our artifacts are called like their bundles. */
    static String symbolicName(String location) {
        String[] parts = location.split("/");
        return location.startsWith("mvn:") && parts.length >= 2 ? parts[1] : location;
    }
}
