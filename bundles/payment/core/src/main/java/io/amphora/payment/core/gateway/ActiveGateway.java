package io.amphora.payment.core.gateway;

import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.api.Payments.GatewayInfo;
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
 * A gateway that is there now, and how it has done. Foreign code: each call runs on a thread of its own with a deadline and may throw anything; after
 * three failures in a row it is not asked for a minute.
 */
public final class ActiveGateway {
    static final int FAILURES = 3;
    static final Duration REST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ActiveGateway.class);
    private static final int TEXT = 400;
    /** More calls at once than this hang in it: it gets no further thread. */
    private static final int AT_ONCE = 8;

    /** What came of asking: an answer, or why there is none. */
    public record Asked(GatewayAnswer answer, String error) {
    }

    private final PaymentGateway gateway;
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

    ActiveGateway(PaymentGateway gateway, String id, String bundle, String bundleVersion, Duration deadline, LongSupplier nanos) {
        this.gateway = gateway;
        this.id = id;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.deadline = deadline;
        this.nanos = nanos;
    }

    public Asked ask(PaymentAction action, GatewayRequest request, ExecutorService threads) {
        if (resting()) {
            return new Asked(null, lastError());
        }
        if (!calls.tryAcquire()) {
            return failed("too many calls hang in it");
        }
        Future<GatewayAnswer> call = threads.submit(() -> {
            try {
                return call(action, request);
            } finally {
                calls.release();
            }
        });
        try {
            GatewayAnswer answer = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null ? failed("answered null") : answered(answer);
        } catch (TimeoutException e) {
            call.cancel(true);
            return failed("no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            LOG.warn("Payment gateway {} of {} failed on {} of payment {}", id, bundle, action, request.paymentId(), e.getCause());
            return failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            return failed("interrupted");
        }
    }

    private GatewayAnswer call(PaymentAction action, GatewayRequest request) throws PaymentException {
        return switch (action) {
            case AUTHORISE -> gateway.authorise(request);
            case CAPTURE -> gateway.capture(request);
            case CANCEL -> gateway.release(request);
            case REFUND -> gateway.refund(request);
            case RECEIVE -> throw new IllegalArgumentException("no gateway is asked about " + action);
        };
    }

    private synchronized Asked answered(GatewayAnswer answer) {
        asked++;
        inARow = 0;
        return new Asked(new GatewayAnswer(answer.outcome(), cut(answer.reference(), 200), cut(answer.message(), TEXT)), null);
    }

    private synchronized Asked failed(String error) {
        asked++;
        failed++;
        lastError = cut(error, TEXT);
        if (++inARow >= FAILURES) {
            openUntil = nanos.getAsLong() + REST.toNanos();
        }
        return new Asked(null, lastError);
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

    /** Never fails: a gateway that cannot even name itself goes by its id. */
    public String title(Locale locale) {
        try {
            String title = gateway.title(locale);
            return title == null || title.isBlank() ? id : cut(title, 200);
        } catch (RuntimeException | LinkageError e) {
            return id;
        }
    }

    synchronized GatewayInfo info(Locale locale) {
        return new GatewayInfo(id, title(locale), bundle, bundleVersion, resting() ? "open" : inARow > 0 ? "failing" : "ok", asked, failed, lastError);
    }

    /** Foreign texts, made to fit. */
    static String cut(String text, int max) {
        if (text == null) {
            return null;
        }
        String clean = text.codePoints().filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (clean.length() <= max) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(max - 2)) ? max - 2 : max - 1) + "…";
    }
}
