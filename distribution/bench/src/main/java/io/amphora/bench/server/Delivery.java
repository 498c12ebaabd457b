package io.amphora.bench.server;

import io.amphora.platform.api.DeadLetters;
import io.amphora.platform.api.Outbox;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Events are delivered (and audited) while they are measured, those of the floor too, and none of them while something else is. */
@Component(service = Delivery.class)
public final class Delivery {
    private static final int EVERY_MILLIS = 50;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @Reference
    private Outbox outbox;

    @Reference
    private DeadLetters events;

    /** Hand-written inserts wake nobody; this does, as often as the dispatcher cares to look. */
    AutoCloseable ringing() {
        ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor();
        bell.scheduleAtFixedRate(() -> outbox.add("bench.bell", "0", "{\"by\":\"bench\"}"), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return () -> {
            bell.shutdown();
            bell.awaitTermination(1, TimeUnit.SECONDS);
            drain();
        };
    }

    /** Until nothing waits. */
    Map<String, Object> drain() throws InterruptedException {
        long begin = System.nanoTime();
        while (events.waiting() > 0 && System.nanoTime() - begin < PATIENCE) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Map.of("waiting", events.waiting());
    }
}
