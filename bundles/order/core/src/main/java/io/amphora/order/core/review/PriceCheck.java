package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prices stay near the list. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.price", "service.ranking:Integer=700"})
public final class PriceCheck extends OwnCheck {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Activate
    public PriceCheck(@Reference OrderSettings settings) {
        super("Price against the list", "单价与目录价", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        for (int i = 0; i < order.lines().size(); i++) {
            ReviewRequest.Line line = order.lines().get(i);
            String field = "lines[" + i + "].unitPrice";
            if (line.listPrice() == null) {
                found.add(field, "order.review.no-list-price", "{0} has no list price in {1} to compare with", line.sku(), order.currency());
            } else if (differs(line.unitPrice(), line.listPrice(), limits.priceTolerance())) {
                found.add(field, "order.review.price", "the price {0} differs from the list price {1} by more than {2} %", money(line.unitPrice()), money(line.listPrice()),
                        text(limits.priceTolerance()));
            }
        }
    }

    private static boolean differs(BigDecimal price, BigDecimal list, BigDecimal percent) {
        return price.subtract(list).abs().multiply(HUNDRED).compareTo(list.abs().multiply(percent)) > 0;
    }
}
