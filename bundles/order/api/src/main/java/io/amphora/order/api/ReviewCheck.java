package io.amphora.order.api;

import io.amphora.common.Problem;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard SPI: looks at an order that is being placed and names what a person should look at before it goes on. All checks are asked, in the order of
 * {@code service.ranking} (highest first), then id; what they find is shown at once, and nothing found lets the order pass by itself. Called on any thread,
 * possibly several at once; all foreign checks together have one second per order. A check that throws, hangs or answers nonsense is itself a
 * finding, so that a person looks instead; after repeated failures it is not asked for a while.
 */
@ConsumerType
public interface ReviewCheck {
    /** Required service property: stable id of the check; findings keep it. Never change it. */
    String PROPERTY_ID = "amphora.check.id";
    /** At most so many findings of one check are kept. */
    int MAX_FINDINGS = 100;

    /** What people call it. */
    String title(Locale locale);

    /**
     * @param order the order and what is known about it; do no look-ups of your own for what is in it
     * @return what was found, fields as paths into the order ({@code lines[0].unitPrice}); empty if nothing. Never null
     */
    List<Problem> check(ReviewRequest order);

    /** Which permission lets a finding of this check pass; kept with the finding. */
    default String waivePermission() {
        return "order.review";
    }

    /** The hold that a finding of this check puts the order on, besides the review; null for none. */
    default HoldType hold() {
        return null;
    }
}
