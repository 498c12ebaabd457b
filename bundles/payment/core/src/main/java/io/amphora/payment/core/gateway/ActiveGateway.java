package io.amphora.payment.core.gateway;

import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.api.Payments.GatewayInfo;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Guard;
import io.amphora.platform.api.guard.NoAnswer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway that is there now, and how it has done. Foreign code, called through a {@link Guard} only. */
public final class ActiveGateway {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveGateway.class);
    private static final int TEXT = 400;

    /** What came of asking: an answer, or why there is none. */
    public record Asked(GatewayAnswer answer, String error) {
    }

    private final PaymentGateway gateway;
    private final String id;
    private final String bundle;
    private final String bundleVersion;
    private final Duration deadline;
    private final Breaker breaker;
    private final Guard guard;

    ActiveGateway(PaymentGateway gateway, String id, String bundle, String bundleVersion, Duration deadline, LongSupplier nanos) {
        this.gateway = gateway;
        this.id = id;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.deadline = deadline;
        this.breaker = new Breaker(nanos);
        this.guard = new Guard(breaker);
    }

    public Asked ask(PaymentAction action, GatewayRequest request, ExecutorService threads) {
        try {
            GatewayAnswer answer = guard.call(threads, deadline, () -> call(action, request), a -> a == null ? "answered null" : null);
            return new Asked(new GatewayAnswer(answer.outcome(), cut(answer.reference(), 200), cut(answer.message(), TEXT)), null);
        } catch (NoAnswer e) {
            if (e.getCause() != null) {
                LOG.warn("Payment gateway {} of {} failed on {} of payment {}", id, bundle, action, request.paymentId(), e.getCause());
            }
            return new Asked(null, cut(e.getMessage(), TEXT));
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

    /** Whether it failed so often that it is not asked now. */
    public boolean resting() {
        return breaker.resting();
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

    GatewayInfo info(Locale locale) {
        return new GatewayInfo(id, title(locale), bundle, bundleVersion, breaker.health(), breaker.asked(), breaker.failures(), breaker.lastError());
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
