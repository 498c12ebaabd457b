package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order needs a customer, who is not blocked. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.customer", "service.ranking:Integer=900"})
public final class CustomerCheck extends OwnCheck {
    @Activate
    public CustomerCheck(@Reference OrderSettings settings) {
        super("Customer", "客户", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        if (order.customer() == null) {
            found.add("customerId", "order.review.no-customer", "the order names no customer");
        } else if (order.customer().blocked()) {
            found.add("customerId", "order.review.customer-blocked", "customer {0} is blocked", order.customer().name());
        }
    }
}
