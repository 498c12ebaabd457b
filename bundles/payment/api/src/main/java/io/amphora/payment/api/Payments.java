package io.amphora.payment.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looking at payments. Needs {@code payment.read}. Thread-safe. */
@ProviderType
public interface Payments {
    String READ = "payment.read";

    /** Which payments a list shows. */
    enum Show {
        ALL,
        /** Due or authorised. */
        OPEN,
        /** Due before today (UTC), the longest first. */
        OVERDUE,
        /** A person has to confirm something. */
        TO_CONFIRM,
        /** Paid for orders that are worth less now, as after a cancellation: somebody has to give money back. */
        TO_GIVE_BACK
    }

    /** @throws io.amphora.common.AmphoraException.NotFound if there is no such order */
    PaymentPosition position(Actor by, long orderId);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Payment find(Actor by, long id);

    /** Newest first, but for {@link Show#OVERDUE}. */
    Page<Payment> list(Actor by, Show show, PageRequest page);

    /** How many, counting up to {@code limit}. */
    int count(Actor by, Show show, int limit);

    /** All that was done with a payment, oldest first. */
    List<PaymentStep> steps(Actor by, long id);

    /** What became of the step that somebody of this name asked for with this key; empty if there is none. */
    Optional<PaymentStep> stepOf(Actor by, String key);

    /** The gateways that are there now, by title. */
    List<GatewayInfo> gateways(Actor by, Locale locale);

    /**
     * A gateway that is there now, and how it has done.
     *
     * @param health {@code ok}, {@code failing} or {@code open}: not asked for a while after repeated failures
     */
    record GatewayInfo(String id, String title, String bundle, String bundleVersion, String health, long asked, long failed, String lastError) {
    }
}
