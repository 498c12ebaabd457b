package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.extension.core.Part.Need;
import io.amphora.extension.core.Part.State;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void trustsNoSingleMoment() {
        Iterator<Boolean> moments = List.of(false, true, false, true, true).iterator();

        assertThat(Settled.until(moments::next, Duration.ofMinutes(1), PAUSE)).isTrue();
        assertThat(moments).isExhausted();
    }

    @Test
    void givesUpInTheEnd() {
        assertThat(Settled.until(() -> false, Duration.ofMillis(20), PAUSE)).isFalse();
    }

    @Test
    void waitsForWhatIsOnItsWayButNotForAFeatureThatIsOff() {
        Need stock = new Need("io.amphora.inventory.api.Stock", null);
        Part part = new Part(1, "b", "StockPage", List.of(), Map.of(), State.WAITING, null, List.of(stock), List.of(stock), Set.of());

        assertThat(Settled.isComing(part, waits(true))).isTrue();
        assertThat(Settled.isComing(part, waits(false))).isFalse();
    }

    private static Waits waits(boolean stockOn) {
        return new Waits(List.of(), Map.of("amphora-inventory", new FeatureNode("amphora-inventory", "1", "", stockOn, Set.of(), List.of())), FeatureNode::name);
    }
}
