package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds up what is unusual; above the threshold the score is a finding, and each part of it, too. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.risk", "service.ranking:Integer=100"})
public final class RiskCheck extends OwnCheck {
    private static final int MANY = 5;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Something unusual. @param points what it adds */
    private record Sign(int points, String code, String text) {
    }

    private static final Sign FIRST = new Sign(30, "first-order", "risk +{0}: first order of this customer");
    private static final Sign ABROAD = new Sign(30, "country", "risk +{0}: the goods go to another country than the customers");
    private static final Sign LARGE = new Sign(20, "large", "risk +{0}: more than half of the limit for totals");
    private static final Sign RUSH = new Sign(20, "many", "risk +{0}: many orders of this customer within an hour");
    private static final Sign VAGUE = new Sign(20, "address", "risk +{0}: the address is incomplete");

    @Activate
    public RiskCheck(@Reference OrderSettings settings) {
        super("Risk score", "风险评分", settings);
    }

    /** Whether earlier orders could make the score too high: if not, nobody has to read them. */
    public static boolean looksBack(ReviewRequest order, OrderSettings.Values limits) {
        return limits.riskThreshold() != null && order.customer() != null
                && score(ownSigns(order, limits)).add(BigDecimal.valueOf(Math.max(FIRST.points(), RUSH.points()))).compareTo(limits.riskThreshold()) > 0;
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        if (limits.riskThreshold() == null || order.customer() == null) {
            return;
        }
        List<Sign> signs = signs(order, limits);
        BigDecimal score = score(signs);
        if (score.compareTo(limits.riskThreshold()) > 0) {
            found.add("", "order.review.risk", "the risk score is {0}, above {1}", text(score), text(limits.riskThreshold()));
            signs.forEach(s -> found.add("", "order.review.risk." + s.code(), s.text(), String.valueOf(s.points())));
        }
    }

    private static BigDecimal score(List<Sign> signs) {
        return BigDecimal.valueOf(signs.stream().mapToInt(Sign::points).sum());
    }

    private static List<Sign> signs(ReviewRequest order, OrderSettings.Values limits) {
        List<Sign> signs = new ArrayList<>();
        add(signs, FIRST, order.recent().isEmpty());
        Instant hour = order.now().minus(Duration.ofHours(1));
        add(signs, RUSH, order.externalId() == null && order.recent().stream().filter(p -> p.at().isAfter(hour)).count() >= MANY);
        signs.addAll(ownSigns(order, limits));
        return signs;
    }

    /** What the order itself shows. */
    private static List<Sign> ownSigns(ReviewRequest order, OrderSettings.Values limits) {
        List<Sign> signs = new ArrayList<>();
        String home = order.customer().country();
        add(signs, ABROAD, home != null && order.shipTo().country() != null && !home.equalsIgnoreCase(order.shipTo().country()));
        add(signs, LARGE, order.total().multiply(TWO).compareTo(limits.maxTotal()) > 0);
        add(signs, VAGUE, !order.shipTo().isComplete());
        return signs;
    }

    private static void add(List<Sign> signs, Sign sign, boolean there) {
        if (there) {
            signs.add(sign);
        }
    }
}
