package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.extension.core.Part.Need;
import io.amphora.extension.core.Part.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private final List<Part> parts = new ArrayList<>();

    @Test
    void namesTheFeatureBehindAllThatWaitForEachOther() {
        waiting("StockOfLines", "io.amphora.order.core.StockOfLines", "io.amphora.inventory.api.Reservations", "io.amphora.inventory.api.Locations");
        waiting("PlaceOrder", "io.amphora.order.core.PlaceOrder", "io.amphora.order.core.StockOfLines");
        Part page = waiting("OrderPage", "view", "io.amphora.order.core.PlaceOrder");

        assertThat(waits(false).of(page)).extracting(Problem::message).containsExactly("waits for the feature Stock, which is switched off");
    }

    @Test
    void namesTheServiceWhenNoFeatureIsOff() {
        Part rule = waiting("Rule", "rule", "org.acme.Licence");
        Part page = waiting("StockPage", "view", "io.amphora.inventory.api.Stock");

        assertThat(waits(true).of(rule)).extracting(Problem::message).containsExactly("waits for org.acme.Licence");
        assertThat(waits(true).of(page)).extracting(Problem::message).containsExactly("waits for io.amphora.inventory.api.Stock");
    }

    @Test
    void endsWhereTwoWaitForEachOther() {
        Part one = waiting("One", "one", "two");
        waiting("Two", "two", "one");

        assertThat(waits(true).of(one)).extracting(Problem::message).containsExactly("waits for two");
    }

    private Waits waits(boolean stockOn) {
        return new Waits(parts, Map.of("amphora-inventory", new FeatureNode("amphora-inventory", "1", "", stockOn, Set.of(), List.of())), node -> "Stock");
    }

    private Part waiting(String name, String offers, String... missing) {
        List<Need> needs = Arrays.stream(missing).map(n -> new Need(n, null)).toList();
        Part part = new Part(1, "b", name, List.of(offers), Map.of(), State.WAITING, null, needs, needs, Set.of());
        parts.add(part);
        return part;
    }
}
