package io.amphora.extension.core;

import io.amphora.common.Problem;
import io.amphora.extension.core.Part.Need;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What bundles wait for in the end: the feature that is off, not the thirty components that wait for each other because of it. */
final class Waits {
    private static final Pattern CONTRACT = Pattern.compile("io\\.amphora\\.([a-z]+)\\.api\\..*");

    private static final String FEATURE = "extension.waits-for-feature";

    private final List<Part> parts;
    private final Map<String, FeatureNode> features;
    private final Function<FeatureNode, String> titles;

    Waits(List<Part> parts, Map<String, FeatureNode> features, Function<FeatureNode, String> titles) {
        this.parts = parts;
        this.features = features;
        this.titles = titles;
    }

    /** One for each thing that is missing, however many wait for it. */
    Set<Problem> of(Part part) {
        Set<Need> roots = new LinkedHashSet<>();
        collect(part, Collections.newSetFromMap(new IdentityHashMap<>()), roots);
        Set<Problem> problems = new LinkedHashSet<>();
        (roots.isEmpty() ? part.missing() : roots).forEach(need -> problems.add(problem(need)));
        return problems;
    }

    boolean isForFeatureThatIsOff(Part part) {
        return of(part).stream().anyMatch(problem -> problem.code().equals(FEATURE));
    }

    private void collect(Part part, Set<Part> seen, Set<Need> roots) {
        if (!seen.add(part)) {
            return;
        }
        for (Need need : part.missing()) {
            List<Part> waiting = parts.stream().filter(p -> p.state() == Part.State.WAITING && p.offers(need.interfaceName())).toList();
            if (waiting.isEmpty()) {
                roots.add(need);
            } else {
                waiting.forEach(p -> collect(p, seen, roots));
            }
        }
    }

    private Problem problem(Need need) {
        Matcher contract = CONTRACT.matcher(need.interfaceName());
        FeatureNode feature = contract.matches() ? features.get("amphora-" + contract.group(1)) : null;
        return feature != null && !feature.on() ? Problem.of("", FEATURE, "waits for the feature {0}, which is switched off", titles.apply(feature))
                : Problem.of("", "extension.component-waits", "waits for {0}", need.toString());
    }
}
