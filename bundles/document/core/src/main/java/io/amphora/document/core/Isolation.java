package io.amphora.document.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls code of others on threads of its own, so that what hangs there hangs nothing here. */
final class Isolation implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "amphora-document");
        thread.setDaemon(true);
        thread.setContextClassLoader(Isolation.class.getClassLoader());
        return thread;
    });

    /** @throws ExecutionException with whatever it threw, errors included, or a TimeoutException */
    <T> T call(Duration deadline, Callable<T> work) throws ExecutionException {
        Future<T> answer = null;
        try {
            answer = threads.submit(work);
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            throw new ExecutionException("the platform is stopping", stopping);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ExecutionException(new TimeoutException("no answer within " + deadline.toMillis() + " ms"));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
