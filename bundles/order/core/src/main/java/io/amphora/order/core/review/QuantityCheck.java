package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody wants this many by accident. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.quantity", "service.ranking:Integer=600"})
public final class QuantityCheck extends OwnCheck {
    @Activate
    public QuantityCheck(@Reference OrderSettings settings) {
        super("Quantity", "数量", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        for (int i = 0; i < order.lines().size(); i++) {
            BigDecimal quantity = order.lines().get(i).quantity();
            if (quantity.compareTo(limits.maxQuantity()) > 0) {
                found.add("lines[" + i + "].quantity", "order.review.quantity", "the quantity {0} is above the limit of {1}", text(quantity), text(limits.maxQuantity()));
            }
        }
    }
}
