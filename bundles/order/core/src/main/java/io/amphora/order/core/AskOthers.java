package io.amphora.order.core;

import io.amphora.order.api.ReviewRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks foreign checks about one order, one after the other on one other thread: a thread for each would cost more than most of them do. Use once. */
final class AskOthers {
    private static final Logger LOG = LoggerFactory.getLogger(AskOthers.class);

    private final List<ActiveCheck> checks;
    private final ReviewRequest order;
    private final List<Found> found = new ArrayList<>();
    private int done;
    private boolean over;

    AskOthers(List<ActiveCheck> checks, ReviewRequest order) {
        this.checks = checks;
        this.order = order;
    }

    /** @return what they found; a check that gave no answer in time is itself something found */
    List<Found> within(Duration deadline, ExecutorService threads) {
        Future<?> asking = null;
        String error = null;
        try {
            asking = threads.submit(this::askAll);
            asking.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            error = "no answer within " + deadline.toMillis() + " ms";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error = "interrupted";
        } catch (ExecutionException | RejectedExecutionException e) {
            error = String.valueOf(e.getCause());
        }
        return finish(asking, error);
    }

    private synchronized List<Found> finish(Future<?> asking, String error) {
        over = true;
        if (error != null) {
            if (asking != null) {
                asking.cancel(true);
            }
            if (done < checks.size()) {
                checks.get(done).failed(error);
            }
            checks.subList(done, checks.size()).forEach(c -> found.add(c.noAnswer()));
        }
        return List.copyOf(found);
    }

    private void askAll() {
        for (ActiveCheck check : checks) {
            List<Found> answer = ask(check);
            synchronized (this) {
                if (over) {
                    return;
                }
                found.addAll(answer);
                done++;
            }
        }
    }

    /** An answer that comes too late is none. */
    private synchronized void worked(ActiveCheck check) {
        if (!over) {
            check.worked();
        }
    }

    /** Foreign code may throw anything. */
    private List<Found> ask(ActiveCheck check) {
        if (check.open()) {
            return List.of(check.noAnswer());
        }
        try {
            List<Found> answer = check.ask(order);
            worked(check);
            return answer;
        } catch (Exception | LinkageError | StackOverflowError e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("Review check {} of {} failed", check.id, check.bundle, e);
                check.failed(String.valueOf(e));
            }
            return List.of(check.noAnswer());
        }
    }
}
