package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FeatureNodeTest {
    private final Map<String, FeatureNode> all = Map.of(
            "amphora-order", new FeatureNode("amphora-order", "1", "", true, Set.of("amphora-platform"), List.of("mvn:io.amphora/io.amphora.order.core/1.0.0", "shared")),
            "amphora-report", new FeatureNode("amphora-report", "1", "", true, Set.of("amphora-order"), List.of("report", "shared")),
            "amphora-board", new FeatureNode("amphora-board", "1", "", true, Set.of("amphora-report"), List.of("board")),
            "amphora-off", new FeatureNode("amphora-off", "1", "", false, Set.of("amphora-order"), List.of("off")),
            "amphora-platform", new FeatureNode("amphora-platform", "1", "", true, Set.of(), List.of("platform")));

    @Test
    void findsDependentsThroughOthersButOnlyThoseThatAreOn() {
        assertThat(FeatureNode.dependents("amphora-order", all)).containsExactly("amphora-board", "amphora-report");
        assertThat(FeatureNode.dependents("amphora-board", all)).isEmpty();
    }

    @Test
    void keepsBundlesThatARemainingFeatureHasToo() {
        assertThat(FeatureNode.stopping(Set.of("amphora-order"), all)).containsExactly("mvn:io.amphora/io.amphora.order.core/1.0.0");
        assertThat(FeatureNode.stopping(Set.of("amphora-order", "amphora-report"), all)).contains("shared", "report");
    }

    @Test
    void bringsBackWhatWentAlongButNotWhatNeedsSomethingSwitchedOffByItself() {
        Map<String, FeatureNode> off = Map.of(
                "stock", new FeatureNode("stock", "1", "", false, Set.of(), List.of()),
                "catalog", new FeatureNode("catalog", "1", "", false, Set.of(), List.of()),
                "order", new FeatureNode("order", "1", "", false, Set.of("stock"), List.of()),
                "report", new FeatureNode("report", "1", "", false, Set.of("order"), List.of()),
                "import", new FeatureNode("import", "1", "", false, Set.of("stock", "catalog"), List.of()));
        Set<String> on = new TreeSet<>(Set.of("stock"));

        FeatureSwitch.comeBack(on, Set.of("order", "report", "import"), off);

        assertThat(on).containsExactly("order", "report", "stock");
    }

    @Test
    void readsTheBundleOutOfALocation() {
        assertThat(FeatureNode.symbolicName("mvn:io.amphora/io.amphora.order.core/1.0.0")).isEqualTo("io.amphora.order.core");
    }

    @Test
    void refusesEssentialFeaturesWithTheirReason() {
        assertThat(FeatureSwitch.refusals(Set.of("amphora-report"))).isEmpty();
        assertThat(FeatureSwitch.refusals(Set.of("amphora-identity"))).extracting(Problem::message)
                .containsExactly("amphora-identity cannot be switched off: nobody could sign in any more");
        assertThat(List.of("amphora-http", "amphora-persistence", "amphora-platform", "amphora-identity", "amphora-console", "amphora-extension", "amphora-rest"))
                .allMatch(name -> Essential.reason(name) != null);
    }
}
