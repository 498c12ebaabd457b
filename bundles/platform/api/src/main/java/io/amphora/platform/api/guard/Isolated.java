package io.amphora.platform.api.guard;

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

/** Code of others on threads of its own, so that what hangs there hangs nothing here. */
public final class Isolated {
    private Isolated() {
    }

    /** Threads for such code, as many as are needed: daemons. Whoever makes them shuts them down. @param name {@code amphora-report} */
    public static ExecutorService threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As the other one, interrupting what takes too long. */
    public static <T> T call(ExecutorService threads, Duration deadline, Callable<T> work) throws NoAnswer {
        return call(threads, deadline, () -> true, work);
    }

    /**
     * @param mayInterrupt asked when the deadline has passed: a thread inside the database must not be interrupted, that would hit others, too
     * @return what the work returned, also null
     * @throws NoAnswer if it did not return in time, or threw anything, errors included
     */
    public static <T> T call(ExecutorService threads, Duration deadline, BooleanSupplier mayInterrupt, Callable<T> work) throws NoAnswer {
        Future<T> answer;
        try {
            answer = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new NoAnswer(NoAnswer.Why.INTERRUPTED, "the platform is stopping", e);
        }
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(mayInterrupt.getAsBoolean());
            throw new NoAnswer(NoAnswer.Why.TIMED_OUT, "no answer within " + deadline.toMillis() + " ms", null);
        } catch (ExecutionException e) {
            throw new NoAnswer(NoAnswer.Why.FAILED, String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(mayInterrupt.getAsBoolean());
            Thread.currentThread().interrupt();
            throw new NoAnswer(NoAnswer.Why.INTERRUPTED, "interrupted", null);
        }
    }
}
