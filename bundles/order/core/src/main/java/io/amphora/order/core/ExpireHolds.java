package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.order.api.OrderHolds;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases holds whose time is over. Several nodes may do so at once: who comes second finds the order changed. */
@Component(service = ExpireHolds.class, immediate = true) // works by itself, nobody refers to it
public final class ExpireHolds {
    static final Actor BY = Actor.system("holds");
    private static final Logger LOG = LoggerFactory.getLogger(ExpireHolds.class);
    private static final long PAUSE = 15;
    private static final int AT_ONCE = 100;

    private final Tx tx;
    private final OrderHolds holds;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "amphora-holds");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ExpireHolds(@Reference(target = "(domain=order)") Tx tx, @Reference OrderHolds holds) {
        this(tx, holds, PAUSE);
    }

    /** @param pause seconds between two looks */
    ExpireHolds(Tx tx, OrderHolds holds, long pause) {
        this.tx = tx;
        this.holds = holds;
        clockwork.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clockwork.shutdown();
    }

    /** The border of this loop: whatever happened, the next look comes. */
    private void look() {
        try {
            expire(OrderStore.now());
        } catch (RuntimeException e) {
            LOG.warn("Holds could not be released, trying again in {} s: {}", PAUSE, e.toString());
        }
    }

    /** @return how many were released */
    int expire(Instant now) {
        List<Object[]> over = tx.call(em -> Sql.of("select h.id, h.order_id, o.version from order_hold h, orders o where o.id = h.order_id and h.released_at is null and h.expires_at <= ?"
                + " order by h.expires_at, h.id", now).first(AT_ONCE).rows(em));
        int released = 0;
        for (Object[] row : over) {
            released += release(OrderRows.number(row[0]), OrderRows.number(row[1]), OrderRows.number(row[2])) ? 1 : 0;
        }
        return released;
    }

    private boolean release(long hold, long order, long version) {
        try {
            holds.release(BY, order, version, hold, "expired");
            return true;
        } catch (AmphoraException.Stale | AmphoraException.Refused e) {
            LOG.debug("Hold {} of order {} waits for the next look: {}", hold, order, e.getMessage());
            return false;
        }
    }
}
