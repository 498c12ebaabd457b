package io.amphora.fulfilment.core.carrier;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierException;
import io.amphora.fulfilment.api.ShippingDesk.CarrierInfo;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Guard;
import io.amphora.platform.api.guard.NoAnswer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A carrier that is there now, and how it has done. Foreign code, called through a {@link Guard} only. */
public final class ActiveCarrier {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveCarrier.class);

    private static final int TEXT = 400;
    private static final long AGAIN = Duration.ofHours(1).toNanos();

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
    private final Breaker breaker;
    private final Guard guard;
    private final LongSupplier nanos;
    /** Since it worked last. */
    private long failing;
    private long told;

    ActiveCarrier(Carrier carrier, String id, String bundle, String bundleVersion, Duration deadline, LongSupplier nanos) {
        this.carrier = carrier;
        this.id = id;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.deadline = deadline;
        this.nanos = nanos;
        this.breaker = new Breaker(nanos);
        this.guard = new Guard(breaker);
    }

    /** Never throws. @param about for the log */
    public <T> Asked<T> ask(String about, ExecutorService threads, Question<T> question) {
        try {
            T answer = guard.call(threads, deadline, () -> question.ask(carrier), a -> a == null ? "answered null" : null);
            works();
            return new Asked<>(answer, null);
        } catch (NoAnswer e) {
            if (e.why() != NoAnswer.Why.RESTING && e.why() != NoAnswer.Why.INTERRUPTED) {
                fails(about, why(e));
            }
            return new Asked<>(null, cut(why(e), TEXT));
        }
    }

    /** A carrier that says why is quoted; of anything else its kind tells more. */
    private static String why(NoAnswer e) {
        boolean says = e.getCause() instanceof CarrierException && e.getCause().getMessage() != null && !e.getCause().getMessage().isBlank();
        return says ? e.getCause().getMessage() : e.getMessage();
    }

    /** Told when it begins, and every hour while it goes on: whoever asks a carrier that is down learns of it anyway. */
    private synchronized void fails(String about, String why) {
        failing++;
        long now = nanos.getAsLong();
        if (failing == 1 || now - told >= AGAIN) {
            told = now;
            LOG.warn("Carrier {} of {} failed on {} (failure {}): {}", id, bundle, about, failing, cut(why, TEXT));
        }
    }

    private synchronized void works() {
        if (failing > 0) {
            LOG.info("Carrier {} of {} works again, after {} failures", id, bundle, failing);
        }
        failing = 0;
    }

    /** Whether it failed so often that it is not asked now. */
    public boolean resting() {
        return breaker.resting();
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

    CarrierInfo info(Locale locale) {
        return new CarrierInfo(id, title(locale), bundle, bundleVersion, breaker.health(), breaker.asked(), breaker.failures(), breaker.lastError());
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
