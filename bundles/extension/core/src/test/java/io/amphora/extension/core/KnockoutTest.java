package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.extension.core.Part.Need;
import io.amphora.extension.core.Part.State;
import io.amphora.extension.core.Parts.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnockoutTest {
    private final List<Part> parts = new ArrayList<>();

    @Test
    void takesThoseAlongThatCannotDoWithoutAndThoseBehindThem() {
        part(1, "Facts", "facts");
        part(2, "Reports", "reports", "facts");
        part(3, "Page", "view", "reports");
        part(4, "Other", "other");

        assertThat(without(1)).containsExactly("Facts", "Reports", "Page");
    }

    @Test
    void sparesThoseWhoFindTheServiceElsewhere() {
        part(1, "Facts", "facts");
        part(2, "OtherFacts", "facts");
        part(3, "Reports", "reports", "facts");

        assertThat(without(1)).containsExactly("Facts");
        assertThat(without(1, 2)).containsExactly("Facts", "OtherFacts", "Reports");
    }

    @Test
    void leavesOutWhatDoesNotRunAnyway() {
        part(1, "Facts", "facts");
        parts.add(new Part(2, "b2", "Waiting", List.of("x"), Map.of(), State.WAITING, null, List.of(new Need("facts", null)), List.of(), Set.of(2L)));

        assertThat(without(1)).containsExactly("Facts");
    }

    private void part(long bundle, String name, String offers, String... needs) {
        List<Need> all = java.util.Arrays.stream(needs).map(n -> new Need(n, null)).toList();
        parts.add(new Part(bundle, "b" + bundle, name, List.of(offers), Map.of(), State.ACTIVE, null, all, List.of(), Set.of(bundle)));
    }

    private List<String> without(Long... bundles) {
        return new Knockout(parts, need -> parts.stream().filter(p -> p.active() && p.offers(need.interfaceName())).map(p -> new Offer(p.bundleId(), p.bundleId())).toList())
                .without(Set.of(bundles)).stream().map(Part::name).toList();
    }

    private List<String> without(int... bundles) {
        return without(java.util.Arrays.stream(bundles).mapToObj(b -> (long) b).toArray(Long[]::new));
    }
}
