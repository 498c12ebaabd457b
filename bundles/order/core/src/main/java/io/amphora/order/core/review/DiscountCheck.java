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

/**
 * Nobody takes more off than the own roles allow. What counts is the way from the list price to what is left: a lower price is a discount by another name, and a
 * discount on the whole adds to that of the line.
 */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.discount", "service.ranking:Integer=690"})
public final class DiscountCheck extends OwnCheck {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Activate
    public DiscountCheck(@Reference OrderSettings settings) {
        super("Discount limit of who enters", "录入人的折扣上限", settings);
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        BigDecimal limit = order.discountLimit();
        if (limit == null) {
            return;
        }
        BigDecimal full = BigDecimal.ZERO;
        BigDecimal left = BigDecimal.ZERO;
        for (int i = 0; i < order.lines().size(); i++) {
            ReviewRequest.Line line = order.lines().get(i);
            BigDecimal before = full(line);
            BigDecimal after = line.amount().subtract(line.discount()).subtract(line.share());
            full = full.add(before);
            left = left.add(after);
            boolean own = line.discount().signum() > 0 || before.compareTo(line.amount()) > 0;
            if (own && above(before, after, limit)) {
                found.add("lines[" + i + "].discount", "order.review.discount", "{0} % off is above the limit of {1} % of {2}", percent(before, after), text(limit), order.enteredBy());
            }
        }
        if (order.lines().stream().anyMatch(l -> l.share().signum() > 0) && above(full, left, limit)) {
            found.add("discount", "order.review.discount", "{0} % off is above the limit of {1} % of {2}", percent(full, left), text(limit), order.enteredBy());
        }
    }

    private static BigDecimal full(ReviewRequest.Line line) {
        return line.listPrice() == null ? line.amount() : line.listPrice().multiply(line.quantity()).max(line.amount());
    }

    private static boolean above(BigDecimal before, BigDecimal after, BigDecimal limit) {
        return before.subtract(after).multiply(HUNDRED).compareTo(before.multiply(limit)) > 0;
    }

    private static String percent(BigDecimal before, BigDecimal after) {
        return text(before.subtract(after).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP));
    }
}
