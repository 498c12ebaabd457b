package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A parcel must arrive. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.address", "service.ranking:Integer=800"})
public final class AddressCheck extends OwnCheck {
    @Activate
    public AddressCheck(@Reference OrderSettings settings) {
        super("Delivery address", "收货地址", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        found.check(order.shipTo().isComplete(), "shipTo", "order.review.address", "the address is incomplete: street, city and country are needed");
    }
}
