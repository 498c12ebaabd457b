package io.amphora.web.core;

import io.amphora.platform.api.Tx;
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

/** Forgets answers after a week. Has no service to be asked for, hence immediate. */
@Component(service = AnswerCleaner.class, immediate = true)
public final class AnswerCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCleaner.class);

    private final Tx tx;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "amphora-web-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public AnswerCleaner(@Reference(target = "(domain=web)") Tx tx) {
        this.tx = tx;
        timer.scheduleWithFixedDelay(this::clean, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void clean() {
        try {
            forgetOlderThan(Instant.now().minus(OnceOnly.KEPT));
        } catch (RuntimeException e) {
            LOG.warn("old answers were not removed, trying again in an hour: {}", e.toString());
        }
    }

    int forgetOlderThan(Instant limit) {
        return tx.call(em -> em.createQuery("delete from WebAnswer a where a.createdAt < :limit").setParameter("limit", limit).executeUpdate());
    }
}
