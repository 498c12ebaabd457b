package io.amphora.console.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amphora.platform.api.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private final LiveHub hub = new LiveHub();

    @AfterEach
    void stop() {
        hub.stop();
    }

    @Test
    void makesFewCallsOfManyEventsAndLosesNone() {
        List<Map<String, Set<String>>> told = new CopyOnWriteArrayList<>();
        hub.listen(told::add);

        for (int i = 0; i < 1000; i++) {
            hub.on(List.of(new Event(i, "order.placed", Integer.toString(i), "{}", Instant.EPOCH)));
        }

        await().until(() -> told.stream().mapToInt(m -> m.get("order.placed").size()).sum() == 1000);
        assertThat(told.size()).isLessThanOrEqualTo(3);
    }

    @Test
    void fitsExactTopicsAndWholeDomains() {
        assertThat(LiveHub.fits("order.placed", "order.placed")).isTrue();
        assertThat(LiveHub.fits("order.*", "order.placed")).isTrue();
        assertThat(LiveHub.fits("order.*", "orders.placed")).isFalse();
        assertThat(LiveHub.fits("order.placed", "order.shipped")).isFalse();
    }
}
