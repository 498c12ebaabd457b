package io.amphora.order.core;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again whether something is due; what goes wrong is told, and the next look comes. */
final class Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final ScheduledExecutorService thread;

    /** @param pause seconds between two looks */
    Clockwork(String name, long pause, Runnable look) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread t = new Thread(work, name);
            t.setDaemon(true);
            return t;
        });
        thread.scheduleWithFixedDelay(() -> {
            try {
                look.run();
            } catch (RuntimeException e) {
                LOG.warn("{} could not do its work, trying again in {} s: {}", name, pause, e.toString());
            }
        }, pause, pause, TimeUnit.SECONDS);
    }

    void stop() {
        thread.shutdown();
    }
}
