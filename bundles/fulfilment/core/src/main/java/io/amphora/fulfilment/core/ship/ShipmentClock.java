package io.amphora.fulfilment.core.ship;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done about shipments although nobody asks: questions left open, parcels to ask about, what became late. Starts by itself. */
@Component(service = ShipmentClock.class, immediate = true)
public final class ShipmentClock {
    private static final Logger LOG = LoggerFactory.getLogger(ShipmentClock.class);
    private static final long OFTEN = 5;
    private static final long NOW_AND_THEN = 60;
    private static final int BATCH = 50;
    private static final int MANY = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread t = new Thread(work, "amphora-shipments");
        t.setDaemon(true);
        return t;
    });

    @Activate
    public ShipmentClock(@Reference CarrierCalls calls, @Reference TakeEvents events, @Reference PollCarriers poll) {
        every(OFTEN, "open questions to carriers", () -> calls.sweep(Dispatches.now(), BATCH));
        every(OFTEN, "asking carriers about parcels", () -> poll.poll(Dispatches.now(), MANY));
        every(NOW_AND_THEN, "shipments that could not move", () -> events.catchUp(MANY));
        every(NOW_AND_THEN, "late shipments", () -> poll.notice(Dispatches.now(), MANY));
    }

    /** The border of this loop: whatever happened, the next round comes. */
    private void every(long seconds, String what, Runnable work) {
        thread.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("{}: not possible now, it is tried again", what, e);
            }
        }, seconds, seconds, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdown();
    }
}
