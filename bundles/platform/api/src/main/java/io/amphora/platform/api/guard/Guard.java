package io.amphora.platform.api.guard;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way into one extension: each call on a thread of its own, with a deadline, through its {@link Breaker}; what hangs keeps its place until it really
 * ends, and gets no further thread when all places are taken. Thread-safe.
 */
public final class Guard {
    private static final int AT_ONCE = 8;

    private final Breaker breaker;
    private final int atOnce;
    private final Semaphore places;

    /** With eight places. */
    public Guard(Breaker breaker) {
        this(breaker, AT_ONCE);
    }

    public Guard(Breaker breaker, int atOnce) {
        this.breaker = breaker;
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce);
    }

    public Breaker breaker() {
        return breaker;
    }

    /**
     * @param wrong what is wrong with an answer that may be null, or null if nothing is: a wrong answer is a failure
     * @throws NoAnswer also without asking, see {@link NoAnswer.Why}
     */
    public <T> T call(ExecutorService threads, Duration deadline, Callable<T> work, Function<? super T, String> wrong) throws NoAnswer {
        if (!breaker.allows()) {
            throw new NoAnswer(NoAnswer.Why.RESTING, breaker.lastError(), null);
        }
        if (!places.tryAcquire()) {
            throw failed(new NoAnswer(NoAnswer.Why.BUSY, "too many calls hang in it", null));
        }
        return callInPlace(threads, deadline, work, wrong, thrown -> false);
    }

    /** Takes places for as many calls as it takes now: one for a trial after a rest. Each is for one {@link #callInPlace}, or is given back. */
    public int reserve() {
        int wanted = !breaker.broken() ? atOnce : breaker.resting() ? 0 : 1;
        int taken = 0;
        while (taken < wanted && places.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    public void giveBack(int unused) {
        places.release(unused);
    }

    /** In a place that was reserved. @param fair whether what it threw is an answer, too: then it works, though the call failed */
    public <T> T callInPlace(ExecutorService threads, Duration deadline, Callable<T> work, Function<? super T, String> wrong, Predicate<Throwable> fair) throws NoAnswer {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            T answer = Isolated.call(threads, deadline, () -> {
                if (!begun.compareAndSet(false, true)) {
                    return null;
                }
                try {
                    return work.call();
                } finally {
                    places.release();
                }
            });
            String error = wrong.apply(answer);
            if (error != null) {
                throw new NoAnswer(NoAnswer.Why.FAILED, error, null);
            }
            breaker.succeeded();
            return answer;
        } catch (NoAnswer e) {
            // what never began gives nothing back by itself
            if (begun.compareAndSet(false, true)) {
                places.release();
            }
            if (e.getCause() != null && fair.test(e.getCause())) {
                breaker.succeeded();
                throw e;
            }
            throw failed(e);
        }
    }

    private NoAnswer failed(NoAnswer e) {
        if (e.why() != NoAnswer.Why.INTERRUPTED) {
            breaker.failed(e.getMessage());
        }
        return e;
    }
}
