package io.amphora.notification.core;

import io.amphora.notification.core.compose.Installation;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.platform.api.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes messages that are older than the installation wants to keep: they name people. */
@Component(service = OldMessages.class, immediate = true) // works by itself, nobody refers to it
public final class OldMessages {
    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);
    private static final int AT_ONCE = 200;

    private final Tx tx;
    private final Installation installation;
    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "amphora-old-messages");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public OldMessages(@Reference(target = "(domain=notification)") Tx tx, @Reference Installation installation, @Reference Clock clock) {
        this.tx = tx;
        this.installation = installation;
        this.clock = clock;
        clockwork.scheduleWithFixedDelay(this::sweep, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    private void sweep() {
        try {
            remove();
        } catch (RuntimeException e) {
            LOG.warn("old messages cannot be removed now, it is tried again", e);
        }
    }

    /** In small transactions. @return how many */
    int remove() {
        Instant before = clock.instant().minus(installation.keep());
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = tx.callWithRetry(em -> MessageRows.purge(em, before, AT_ONCE));
            all += some;
        }
        return all;
    }
}
