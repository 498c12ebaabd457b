package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Large orders are looked at. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.total", "service.ranking:Integer=500"})
public final class TotalCheck extends OwnCheck {
    @Activate
    public TotalCheck(@Reference OrderSettings settings) {
        super("Total", "合计", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        if (order.total().compareTo(limits.maxTotal()) > 0) {
            found.add("total", "order.review.total", "the total of {0} {2} is above the limit of {1} {2}", money(order.total()), money(limits.maxTotal()), order.currency());
        }
    }
}
