package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import io.amphora.order.core.Today;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody can deliver yesterday: the day is mistyped, or the order came late. Somebody has to ask the customer; refused it would be lost. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.date", "service.ranking:Integer=750"})
public final class DateCheck extends OwnCheck {
    private final Today today;

    @Activate
    public DateCheck(@Reference OrderSettings settings, @Reference Today today) {
        super("Wished date", "期望日期", settings);
        this.today = today;
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        LocalDate day = today.at(order.now());
        found.check(order.wishedDate() == null || !order.wishedDate().isBefore(day), "wishedDate", "order.review.date", "wished for {0}, which is over", String.valueOf(order.wishedDate()));
    }
}
