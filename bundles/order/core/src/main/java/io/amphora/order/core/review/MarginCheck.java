package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is sold leaves enough over its cost, where that is known. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.margin", "service.ranking:Integer=680"})
public final class MarginCheck extends OwnCheck {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Activate
    public MarginCheck(@Reference OrderSettings settings) {
        super("Margin", "毛利率", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        if (limits.minMargin() == null) {
            return;
        }
        for (int i = 0; i < order.lines().size(); i++) {
            ReviewRequest.Line line = order.lines().get(i);
            if (line.cost() != null) {
                look(found, "lines[" + i + "].unitPrice", line, line.cost().multiply(line.quantity()), limits.minMargin());
            }
        }
    }

    private static void look(Problems found, String field, ReviewRequest.Line line, BigDecimal cost, BigDecimal limit) {
        BigDecimal margin = line.net().subtract(cost);
        if (margin.multiply(HUNDRED).compareTo(line.net().multiply(limit)) < 0) {
            String percent = line.net().signum() == 0 ? "-100" : text(margin.multiply(HUNDRED).divide(line.net(), 1, RoundingMode.HALF_UP));
            found.add(field, "order.review.margin", "the margin of {0} % on {1} is below {2} %", percent, line.sku(), text(limit));
        }
    }
}
