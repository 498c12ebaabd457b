package io.amphora.report.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Calls code of others on threads of its own, so that what hangs there hangs nothing here. */
final class Isolation implements AutoCloseable {
    /** The other's code did not return in time. */
    static final class TimedOut extends Exception {
        private static final long serialVersionUID = 1L;

        TimedOut(Duration deadline) {
            super("no answer within " + deadline.toSeconds() + " s");
        }
    }

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "amphora-report-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    void background(Runnable work) {
        threads.execute(work);
    }

    /**
     * @param mayInterrupt asked when the deadline has passed: a thread inside the database must not be interrupted, that would hit others, too
     * @throws TimedOut           if it did not return in time
     * @throws ExecutionException with whatever it threw, errors included
     */
    <T> T call(Duration deadline, BooleanSupplier mayInterrupt, Callable<T> work) throws TimedOut, ExecutionException {
        Future<T> answer = null;
        try {
            answer = threads.submit(work);
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            throw new ExecutionException("the platform is stopping", stopping);
        } catch (TimeoutException e) {
            answer.cancel(mayInterrupt.getAsBoolean());
            throw new TimedOut(deadline);
        } catch (InterruptedException e) {
            answer.cancel(mayInterrupt.getAsBoolean());
            Thread.currentThread().interrupt();
            throw new TimedOut(deadline);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
