package io.amphora.platform.core.jobs;

import io.amphora.platform.api.Job;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down four times a second how far the jobs of this node are, and that they live; hears who was cancelled elsewhere; finds jobs
 * whose node died. On a thread of its own, so that it is never part of a handler's transaction.
 */
final class Heart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final long TICK_MILLIS = 250;
    private static final int TICKS_PER_SECOND = 4;
    private static final int MOST_CRASHES = 3;

    private final Tx tx;
    private final Clock clock;
    private final JobNews news;
    private final Duration silence;
    private final Map<Long, Run> running;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread thread = new Thread(r, "amphora-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final boolean alone;
    private Runnable onRecovered;
    private volatile boolean ready;
    private Instant recovered = Instant.EPOCH;
    private long ticks;

    Heart(Tx tx, Clock clock, JobNews news, Duration silence, boolean alone, Map<Long, Run> running) {
        this.tx = tx;
        this.clock = clock;
        this.news = news;
        this.silence = silence;
        this.alone = alone;
        this.running = running;
    }

    void start(Runnable wake) {
        onRecovered = wake;
        timer.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Not before what a crash left behind is known. */
    boolean isReady() {
        return ready;
    }

    private void tick() {
        try {
            recover();
            running.values().forEach(this::beat);
            if (!running.isEmpty() && ticks++ % TICKS_PER_SECOND == 0) {
                Statements.call(tx, JobTable::askedToCancel).stream().map(running::get).filter(run -> run != null).forEach(Run::cancel);
            }
        } catch (RuntimeException | Error e) {
            // the timer would never call again
            LOG.warn("no heartbeat of jobs: {}", e.toString());
        }
    }

    private void recover() {
        Instant now = clock.instant();
        if (now.isBefore(recovered.plus(silence.dividedBy(3)))) {
            return;
        }
        // alone and just started: whatever runs is of a process that is no more
        Instant silentSince = alone && !ready ? now.plusSeconds(1) : now.minus(silence);
        int changed = Statements.call(tx, sql -> JobTable.recover(sql, silentSince, MOST_CRASHES, now));
        if (changed > 0) {
            LOG.warn("{} jobs had been left by a node that stopped", changed);
        }
        recovered = now;
        if (changed > 0 || !ready) {
            ready = true;
            onRecovered.run();
        }
    }

    private void beat(Run run) {
        boolean dirty = run.isDirty();
        if (!dirty && run.sinceBeat() < silence.toNanos() / 5) {
            return;
        }
        Run.Progress progress = run.progress();
        if (!Statements.call(tx, sql -> JobTable.beat(sql, run.row(), progress.done(), progress.total(), progress.message(), clock.instant()))) {
            run.interrupt();
        }
        run.written(progress);
        if (dirty && running.containsKey(run.id())) {
            news.changed(run.id(), Job.State.RUNNING, progress.done(), progress.total());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
