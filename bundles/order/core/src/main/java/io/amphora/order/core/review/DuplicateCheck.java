package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The same order twice. Two numbers of a channel are two orders, whatever is in them. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.duplicate", "service.ranking:Integer=300"})
public final class DuplicateCheck extends OwnCheck {
    private static final Set<OrderStatus> GONE = EnumSet.of(OrderStatus.CANCELLED, OrderStatus.REJECTED);

    @Activate
    public DuplicateCheck(@Reference OrderSettings settings) {
        super("Duplicate order", "重复订单", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        order.sameReference().stream().filter(p -> counts(order, p)).findFirst().ifPresent(p -> found.add("reference", "order.review.duplicate-reference",
                "order {0} of this customer has the same reference {1}", p.number(), order.reference()));
        if (limits.duplicateMinutes() == 0) {
            return;
        }
        Instant since = order.now().minus(Duration.ofMinutes(limits.duplicateMinutes()));
        order.recent().stream().filter(p -> p.sameLines() && !p.at().isBefore(since) && counts(order, p)).findFirst().ifPresent(p -> found.add("lines",
                "order.review.duplicate-lines", "order {0} of this customer, placed {1} minutes before, has the same lines", p.number(),
                String.valueOf(Duration.between(p.at(), order.now()).toMinutes())));
    }

    private static boolean counts(ReviewRequest order, ReviewRequest.Past past) {
        return !GONE.contains(past.status()) && !past.historic() && (order.externalId() == null || past.externalId() == null);
    }
}
