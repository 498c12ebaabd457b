package io.amphora.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentCacheTest {
    private final AtomicLong now = new AtomicLong(1);
    private final Map<String, Integer> table = new HashMap<>(Map.of("a", 1, "b", 2));
    private final List<Set<String>> loads = new ArrayList<>();
    private final RecentCache<String, Integer> cache = new RecentCache<>(100, now::get);

    private Map<String, Integer> get(String... keys) {
        return cache.get(List.of(keys), this::load);
    }

    private Map<String, Integer> load(Collection<String> keys) {
        loads.add(new TreeSet<>(keys));
        Map<String, Integer> found = new HashMap<>(table);
        found.keySet().retainAll(keys);
        return found;
    }

    private void pass(int millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void readsOnceWithinTenSeconds() {
        assertThat(get("a", "b", "x")).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(get("a", "b")).isEqualTo(Map.of("a", 1, "b", 2));

        assertThat(loads).containsExactly(Set.of("a", "b", "x"));
    }

    @Test
    void seesAChangeMadeElsewhereAfterTenSeconds() {
        get("a");
        table.put("a", 9);
        pass(10_000);

        assertThat(get("a")).isEqualTo(Map.of("a", 9));
    }

    @Test
    void refreshesTogetherWhatIsInUseAndForgetsTheRest() {
        get("a");
        get("b");
        pass(10);
        get("b");
        pass(5_000);
        get("x");
        get("a");

        assertThat(loads.get(2)).containsExactly("b", "x");
        assertThat(loads.get(3)).containsExactly("a");
    }

    @Test
    void keepsNothingThatARunningTransactionChanges() {
        get("a");
        cache.changing("a");
        table.put("a", 9);
        get("a");
        table.put("a", 1);

        assertThat(get("a")).isEqualTo(Map.of("a", 1));
        cache.changed("a");
        get("a");
        int before = loads.size();
        assertThat(get("a")).isEqualTo(Map.of("a", 1));
        assertThat(loads).hasSize(before);
    }

    @Test
    void staysBounded() {
        for (int i = 0; i < 1_000; i++) {
            table.put("k" + i, i);
            get("k" + i);
        }

        assertThat(get("k999")).isEqualTo(Map.of("k999", 999));
        int before = loads.size();
        for (int i = 0; i < 1_000; i++) {
            get("k" + i);
        }
        assertThat(loads.size() - before).isGreaterThan(800);
    }
}
