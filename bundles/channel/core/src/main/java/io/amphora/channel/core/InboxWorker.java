package io.amphora.channel.core;

import io.amphora.channel.api.InboxRehearsal;
import io.amphora.channel.core.store.InboxRows;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.platform.api.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works the inbox off: at once when something came, and every few seconds for what a crash left. */
@Component(service = InboxWorker.class)
public final class InboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final Actor BY = Actor.system("channel");
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 5;
    private static final long SECONDS = 5;
    private static final long SETTLE = 120;

    private final Tx tx;
    private final EntryPlacer placer;
    private final Map<Long, Integer> broken = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread t = new Thread(work, "amphora-inbox");
        t.setDaemon(true);
        return t;
    });

    @Activate
    public InboxWorker(@Reference(target = "(domain=channel)") Tx tx, @Reference EntryPlacer placer) {
        this.tx = tx;
        this.placer = placer;
        thread.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdown();
    }

    /** Something came. */
    void wake() {
        if (!thread.isShutdown()) {
            thread.execute(this::sweep);
        }
    }

    /** Tries these, unless they were tried already, and waits for it. */
    void settle(List<Long> ids) {
        try {
            thread.submit(() -> ids.forEach(this::place)).get(SETTLE, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            LOG.info("{} incoming orders are worked off later", ids.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("incoming orders could not be worked off, it is tried again", e);
        }
    }

    /** As this would place them. */
    InboxRehearsal rehearse(String channel, Predicate<String> known) {
        return placer.rehearse(BY, channel, known);
    }

    private void sweep() {
        try {
            long after = 0;
            List<Long> some = waiting(after);
            while (!some.isEmpty() && !thread.isShutdown()) {
                some.forEach(this::place);
                after = some.get(some.size() - 1);
                some = waiting(after);
            }
        } catch (RuntimeException e) {
            LOG.warn("the inbox cannot be read now, it is tried again", e);
        }
    }

    private List<Long> waiting(long after) {
        return tx.call(em -> InboxRows.waiting(em, after, BATCH));
    }

    /** What goes wrong for another reason than a refusal is tried again some times: it may be a moment's trouble. */
    private void place(long id) {
        try {
            placer.place(BY, id);
            broken.remove(id);
        } catch (RuntimeException e) {
            int times = broken.merge(id, 1, Integer::sum);
            LOG.warn("inbox entry {} could not become an order ({} of {} attempts)", id, times, ATTEMPTS, e);
            if (times >= ATTEMPTS) {
                broken.remove(id);
                placer.fail(id, List.of(Problem.of("", "inbox.error", "went wrong {0} times: {1}", times, String.valueOf(e.getMessage()))));
            }
        }
    }
}
