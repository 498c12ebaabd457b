package io.amphora.platform.core.jobs;

import io.amphora.common.AmphoraException;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.JobHandler;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two threads of this node that run jobs. A job is claimed by conditional update, so that no other thread or node runs it, too. */
final class JobPool implements AutoCloseable {
    /** A running job nobody has heard of for so long was left by a node that died. */
    static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(JobPool.class);
    private static final int THREADS = 2;
    private static final int LOOK_AHEAD = 10;
    private static final long POLL_MILLIS = 5_000;

    private final Tx tx;
    private final Clock clock;
    private final JobNews news;
    private final Heart heart;
    private final Map<JobHandler, String> handlers = new ConcurrentHashMap<>();
    private final Map<Long, Run> running = new ConcurrentHashMap<>();
    private final List<Thread> threads;
    private final Object bell = new Object();
    private long rings;
    private volatile boolean closed;

    /** @param alone whether no other node can have the database open: what runs there was left by a crash */
    JobPool(Tx tx, Clock clock, JobNews news, Duration silence, boolean alone) {
        this.tx = tx;
        this.clock = clock;
        this.news = news;
        this.heart = new Heart(tx, clock, news, silence, alone, running);
        this.threads = IntStream.rangeClosed(1, THREADS).mapToObj(i -> new Thread(this::work, "amphora-job-" + i)).toList();
        threads.forEach(thread -> thread.setDaemon(true));
    }

    void start() {
        heart.start(this::wake);
        threads.forEach(Thread::start);
    }

    void add(JobHandler handler) {
        try {
            handlers.put(handler, handler.type());
            wake();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} cannot be asked for its type and gets no jobs", handler.getClass().getName(), e);
        }
    }

    /** What it runs goes back to the queue at its next report of progress. */
    void remove(JobHandler handler) {
        handlers.remove(handler);
        running.values().stream().filter(run -> run.handler() == handler).forEach(Run::interrupt);
    }

    void cancel(long id) {
        Run run = running.get(id);
        if (run != null) {
            run.cancel();
        }
    }

    void wake() {
        synchronized (bell) {
            rings++;
            bell.notifyAll();
        }
    }

    private void work() {
        while (!closed) {
            long heard;
            synchronized (bell) {
                heard = rings;
            }
            try {
                Run run = claim();
                if (run != null) {
                    run(run);
                } else {
                    await(heard);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("jobs wait: {}", e.toString());
                pause();
            }
        }
    }

    private void await(long heard) throws InterruptedException {
        synchronized (bell) {
            if (rings == heard && !closed) {
                bell.wait(POLL_MILLIS);
            }
        }
    }

    private void pause() {
        try {
            synchronized (bell) {
                bell.wait(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private Run claim() {
        Map<String, JobHandler> byType = byType();
        if (byType.isEmpty() || !heart.isReady()) {
            return null;
        }
        for (JobRow row : Statements.call(tx, sql -> JobTable.queued(sql, byType.keySet(), LOOK_AHEAD))) {
            Instant now = clock.instant();
            if (Statements.call(tx, sql -> JobTable.claim(sql, row, now))) {
                JobRow claimed = Statements.call(tx, sql -> JobTable.find(sql, row.id())).get(0);
                return new Run(claimed, byType.get(claimed.job().type()), tx);
            }
        }
        return null;
    }

    private Map<String, JobHandler> byType() {
        return handlers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, second) -> first));
    }

    private void run(Run run) {
        running.put(run.id(), run);
        if (closed || !handlers.containsKey(run.handler())) {
            run.interrupt();
        }
        news.changed(run.id(), Job.State.RUNNING, run.progress().done(), run.progress().total());
        try {
            if (run.isInterrupted()) {
                throw new JobContext.Cancelled();
            }
            String result = run.handler().run(run);
            end(run, Job.State.SUCCEEDED, run.progress().message(), result);
        } catch (JobContext.Cancelled e) {
            stopped(run);
        } catch (Throwable e) { // whatever a handler throws
            failed(run, e);
        } finally {
            running.remove(run.id());
        }
    }

    private void stopped(Run run) {
        if (run.isInterrupted()) {
            requeue(run);
        } else {
            end(run, Job.State.CANCELLED, run.progress().message(), null);
        }
    }

    private void failed(Run run, Throwable e) {
        if (run.isInterrupted()) {
            requeue(run);
            return;
        }
        if (!(e instanceof AmphoraException)) {
            LOG.error("job {} ({}) failed", run.id(), run.row().job().type(), e);
        }
        end(run, Job.State.FAILED, Run.cut(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), null);
    }

    private void requeue(Run run) {
        if (Statements.call(tx, sql -> JobTable.requeue(sql, run.row()))) {
            news.changed(run.id(), Job.State.QUEUED, run.progress().done(), run.progress().total());
            wake();
        } else {
            end(run, Job.State.CANCELLED, run.progress().message(), null);
        }
    }

    private void end(Run run, Job.State state, String message, String result) {
        Run.Progress progress = run.progress();
        if (written(run, progress, state, message, result)) {
            news.changed(run.id(), state, progress.done(), progress.total());
        } else {
            LOG.warn("job {} was taken over by another node before it ended here as {}", run.id(), state);
        }
    }

    /** The work is done: rather than do it again, wait for a database that is away. */
    private boolean written(Run run, Run.Progress progress, Job.State state, String message, String result) {
        while (true) {
            try {
                return Statements.call(tx, sql -> {
                    JobTable.beat(sql, run.row(), progress.done(), progress.total(), progress.message(), clock.instant());
                    return JobTable.end(sql, run.row(), state, message, result, clock.instant());
                });
            } catch (PersistenceException e) {
                if (closed) {
                    throw e;
                }
                LOG.warn("the end of job {} waits for the database: {}", run.id(), e.toString());
                pause();
            }
        }
    }

    /** Running jobs go back to the queue if they report progress in time, else when somebody misses their heartbeat. */
    @Override
    public void close() {
        closed = true;
        running.values().forEach(Run::interrupt);
        wake();
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.close();
    }
}
