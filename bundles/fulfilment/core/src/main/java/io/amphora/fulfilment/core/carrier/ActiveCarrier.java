package io.amphora.fulfilment.core.carrier;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.ShippingDesk.CarrierInfo;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A carrier that is there now, and how it has done. Foreign code: each call runs on a thread of its own with a deadline and may throw anything; after
 * three failures in a row it is not asked for a minute.
 */
public final class ActiveCarrier {
    static final int FAILURES = 3;
    static final Duration REST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ActiveCarrier.class);
    private static final int TEXT = 400;
    /** More calls at once than this hang in it: it gets no further thread. */
    private static final int AT_ONCE = 8;

    /** One question. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Carrier carrier) throws Exception;
    }

    /** What came of asking: an answer, or why there is none. */
    public record Asked<T>(T answer, String error) {
    }

    private final Carrier carrier;
    private final String id;
    private final String bundle;
    private final String bundleVersion;
    private final Duration deadline;
    private final LongSupplier nanos;
    private final Semaphore calls = new Semaphore(AT_ONCE);
    private long asked;
    private long failed;
    private int inARow;
    private long openUntil;
    private String lastError;

    ActiveCarrier(Carrier carrier, String id, String bundle, String bundleVersion, Duration deadline, LongSupplier nanos) {
        this.carrier = carrier;
        this.id = id;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.deadline = deadline;
        this.nanos = nanos;
    }

    /** Never throws. @param about for the log */
    public <T> Asked<T> ask(String about, ExecutorService threads, Question<T> question) {
        if (resting()) {
            return new Asked<>(null, lastError());
        }
        if (!calls.tryAcquire()) {
            return failed("too many calls hang in it");
        }
        Future<T> call = threads.submit(() -> {
            try {
                return question.ask(carrier);
            } finally {
                calls.release();
            }
        });
        try {
            T answer = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null ? failed("answered null") : answered(answer);
        } catch (TimeoutException e) {
            call.cancel(true);
            return failed("no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            LOG.warn("Carrier {} of {} failed on {}", id, bundle, about, e.getCause());
            return failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            return failed("interrupted");
        }
    }

    private synchronized <T> Asked<T> answered(T answer) {
        asked++;
        inARow = 0;
        return new Asked<>(answer, null);
    }

    private synchronized <T> Asked<T> failed(String error) {
        asked++;
        failed++;
        lastError = cut(error, TEXT);
        if (++inARow >= FAILURES) {
            openUntil = nanos.getAsLong() + REST.toNanos();
        }
        return new Asked<>(null, lastError);
    }

    /** Whether it failed so often that it is not asked now. */
    public synchronized boolean resting() {
        return inARow >= FAILURES && nanos.getAsLong() - openUntil < 0;
    }

    private synchronized String lastError() {
        return lastError;
    }

    public String id() {
        return id;
    }

    /** Never fails: a carrier that cannot even name itself goes by its id. */
    public String title(Locale locale) {
        try {
            String title = carrier.title(locale);
            return title == null || title.isBlank() ? id : cut(title, 100);
        } catch (RuntimeException | LinkageError e) {
            return id;
        }
    }

    synchronized CarrierInfo info(Locale locale) {
        return new CarrierInfo(id, title(locale), bundle, bundleVersion, resting() ? "open" : inARow > 0 ? "failing" : "ok", asked, failed, lastError);
    }

    /** Foreign texts, made to fit and to be kept; null stays null. */
    public static String cut(String text, int max) {
        if (text == null) {
            return null;
        }
        String clean = text.codePoints().filter(c -> c >= ' ' && c != 127 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (clean.length() <= max) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(max - 2)) ? max - 2 : max - 1) + "…";
    }
}
