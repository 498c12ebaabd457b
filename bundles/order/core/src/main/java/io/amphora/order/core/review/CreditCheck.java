package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer has open stays below the credit limit; only who answers for credit lets more pass. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.credit", "service.ranking:Integer=400"})
public final class CreditCheck extends OwnCheck {
    static final String PERMISSION = "order.credit";

    @Activate
    public CreditCheck(@Reference OrderSettings settings) {
        super("Credit limit", "信用额度", settings);
    }

    @Override
    public String waivePermission() {
        return PERMISSION;
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        BigDecimal limit = order.customer() == null || order.customer().creditLimit() == null ? limits.creditLimit() : order.customer().creditLimit();
        if (limit == null || order.open() == null) {
            return;
        }
        BigDecimal all = order.open().add(order.total());
        if (all.compareTo(limit) > 0) {
            found.add("total", "order.review.credit", "with open orders of {0} {3} this comes to {1} {3}, above the credit limit of {2} {3}", money(order.open()), money(all),
                    money(limit), order.currency());
        }
    }
}
