package io.amphora.notification.core.send;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
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
 * A transport that is there now, and how it has done. Foreign code: each call runs on a thread of its own with a deadline and may throw anything; after some
 * failures in a row it is left alone for a while.
 */
final class ActiveTransport {
    static final int FAILURES = 5;
    static final Duration REST = Duration.ofMinutes(1);
    /** Messages under way at once. One that hangs keeps its place until it really ends. */
    static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(ActiveTransport.class);

    /** What came of sending. @param error null if it was sent; @param forGood whether trying again is of no use */
    record Outcome(String error, boolean forGood) {
        static final Outcome SENT = new Outcome(null, false);
    }

    final String id;
    final Set<Recipient.Kind> reaches;
    final String bundle;
    final String bundleVersion;
    private final MessageTransport transport;
    private final LongSupplier nanos;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private long sent;
    private long failed;
    private int inARow;
    private long openUntil;
    private String lastError;

    ActiveTransport(MessageTransport transport, String id, Set<Recipient.Kind> reaches, String bundle, String bundleVersion, LongSupplier nanos) {
        this.transport = transport;
        this.id = id;
        this.reaches = reaches;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.nanos = nanos;
    }

    /** Takes places for as many messages as it can send now; who took them sends as many, or gives places back. After a rest a single one tries whether it works again. */
    int reserve() {
        int wanted = places();
        int taken = 0;
        while (taken < wanted && places.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    private synchronized int places() {
        boolean broken = inARow >= FAILURES;
        return !broken ? AT_ONCE : nanos.getAsLong() - openUntil < 0 ? 0 : 1;
    }

    void giveBack(int unused) {
        places.release(unused);
    }

    /** How long a message may be under way: after that somebody else may take it. */
    Duration deadline() {
        try {
            Duration timeout = transport.timeout();
            return timeout == null || timeout.isNegative() || timeout.isZero() ? Duration.ofSeconds(30) : timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        } catch (RuntimeException | LinkageError e) {
            return Duration.ofSeconds(30);
        }
    }

    /** For one place that was reserved. */
    Outcome send(OutgoingMessage message, ExecutorService threads) {
        Duration deadline = deadline();
        Future<?> call = threads.submit(() -> {
            try {
                transport.send(message);
            } finally {
                places.release();
            }
            return null;
        });
        try {
            call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return succeeded();
        } catch (TimeoutException e) {
            call.cancel(true);
            return failed("no answer within " + deadline.toMillis() + " ms", null);
        } catch (ExecutionException e) {
            return e.getCause() instanceof TransportException refusal && refusal.forGood() ? refused(refusal) : failed(text(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome("interrupted", false);
        }
    }

    private synchronized Outcome succeeded() {
        sent++;
        inARow = 0;
        lastError = null;
        return Outcome.SENT;
    }

    /** One address is wrong: the transport works. */
    private synchronized Outcome refused(TransportException e) {
        failed++;
        inARow = 0;
        return new Outcome(text(e), true);
    }

    private synchronized Outcome failed(String error, Throwable cause) {
        failed++;
        // not the same again and again
        if (!error.equals(lastError)) {
            // a transport that says why needs no stack trace
            LOG.warn("message transport {} of {} failed: {}", id, bundle, error, cause instanceof TransportException ? null : cause);
        }
        lastError = error;
        if (++inARow >= FAILURES) {
            openUntil = nanos.getAsLong() + REST.toNanos();
        }
        return new Outcome(error, false);
    }

    private static String text(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Never fails: one that cannot even name itself goes by its id. */
    String title(Locale locale) {
        try {
            String title = transport.title(locale);
            return title == null || title.isBlank() ? id : title.strip();
        } catch (RuntimeException | LinkageError e) {
            return id;
        }
    }

    synchronized String health() {
        return inARow >= FAILURES && nanos.getAsLong() - openUntil < 0 ? "open" : inARow > 0 ? "failing" : "ok";
    }

    synchronized long sent() {
        return sent;
    }

    synchronized long failed() {
        return failed;
    }

    synchronized String lastError() {
        return lastError;
    }
}
