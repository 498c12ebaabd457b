package io.amphora.ext.assignment.region;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Reason;
import io.amphora.assignment.api.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Takes the location of the order's region or country that has everything and the fewest open orders. */
@Component(property = {AssignmentRule.PROPERTY_ID + "=region", "service.ranking:Integer=100"})
@Designate(ocd = RegionRule.Settings.class)
public final class RegionRule implements AssignmentRule {
    /** What may be set. */
    @ObjectClassDefinition(name = "Assignment by region and load", description = "Near the customer, with the stock, least busy")
    public @interface Settings {
        /** @return whether only locations that have everything are taken */
        @AttributeDefinition(name = "Stock is required", description = "Leave out locations that do not have every line in stock")
        boolean stockRequired() default true;

        /** @return whether a location of another region is better than none */
        @AttributeDefinition(name = "Other regions", description = "Take a location of another region when none of the order's own can")
        boolean otherRegions() default true;

        /** @return 0: no limit */
        @AttributeDefinition(name = "Open orders at most", description = "Leave out locations with so many open orders or more; 0: no limit")
        int maxOpenOrders() default 0;
    }

    private static final Comparator<Candidate> LEAST_BUSY = Comparator.comparingInt(Candidate::openOrders).thenComparingInt(Candidate::priority).thenComparing(Candidate::code);

    private final boolean stockRequired;
    private final boolean otherRegions;
    private final int maxOpenOrders;

    @Activate
    public RegionRule(Settings settings) {
        this(settings.stockRequired(), settings.otherRegions(), settings.maxOpenOrders());
    }

    RegionRule(boolean stockRequired, boolean otherRegions, int maxOpenOrders) {
        this.stockRequired = stockRequired;
        this.otherRegions = otherRegions;
        this.maxOpenOrders = maxOpenOrders;
    }

    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "按地区与负荷" : "By region and load";
    }

    @Override
    public Verdict decide(AssignmentRequest request) {
        List<Candidate> able = request.candidates().stream().filter(c -> obstacle(c) == null).toList();
        Optional<Candidate> near = able.stream().filter(c -> near(request, c)).min(LEAST_BUSY);
        Optional<Candidate> winner = near.or(() -> otherRegions ? able.stream().min(LEAST_BUSY) : Optional.empty());
        if (winner.isEmpty()) {
            return Verdict.abstain(able.isEmpty() ? nobody(request) : Reason.of("region.none-in", "no location in {0} can take it", place(request)));
        }
        Candidate w = winner.get();
        Map<Long, Reason> reasons = new HashMap<>();
        request.candidates().forEach(c -> reasons.put(c.locationId(), reason(request, c, w)));
        return Verdict.of(w.locationId(), null, near.isPresent() ? best(w) : elsewhere(request, w), reasons);
    }

    private Reason best(Candidate w) {
        return stockRequired ? Reason.of("region.best", "{0} in {1} has everything and {2} open orders", w.code(), w.region(), w.openOrders())
                : Reason.of("region.best-free", "{0} in {1} is free and has {2} open orders", w.code(), w.region(), w.openOrders());
    }

    private Reason elsewhere(AssignmentRequest request, Candidate w) {
        return stockRequired ? Reason.of("region.elsewhere", "{0} has everything; none in {1} can take it", w.code(), place(request))
                : Reason.of("region.elsewhere-free", "{0} is free; none in {1} can take it", w.code(), place(request));
    }

    /** @return why this location cannot take any order like this; null if it can */
    private Reason obstacle(Candidate c) {
        if (stockRequired && !c.inStock()) {
            return Reason.of("region.lacks-stock", "lacks stock");
        }
        return maxOpenOrders > 0 && c.openOrders() >= maxOpenOrders ? Reason.of("region.too-busy", "too busy: {0} open orders, at most {1}", c.openOrders(), maxOpenOrders) : null;
    }

    private Reason nobody(AssignmentRequest request) {
        return Reason.of("region.none", "no location can take it (without stock: {0}; too busy: {1})", codes(request, c -> stockRequired && !c.inStock()),
                codes(request, c -> !stockRequired || c.inStock()));
    }

    private static String codes(AssignmentRequest request, Predicate<Candidate> which) {
        return request.candidates().stream().filter(which).map(Candidate::code).limit(5).reduce((a, b) -> a + ", " + b).orElse("–");
    }

    private Reason reason(AssignmentRequest request, Candidate c, Candidate winner) {
        if (c.locationId() == winner.locationId()) {
            return near(request, c) ? Reason.of("region.taken-in", "in {0}, {1} open orders: taken", c.region(), c.openOrders())
                    : Reason.of("region.taken", "{0} open orders: taken", c.openOrders());
        }
        Reason obstacle = obstacle(c);
        if (obstacle != null) {
            return obstacle;
        }
        if (near(request, winner) && !near(request, c)) {
            return Reason.of("region.not-in", "not in {0}", place(request));
        }
        return c.openOrders() > winner.openOrders() ? Reason.of("region.busier", "busier: {0} open orders", c.openOrders())
                : Reason.of("region.later", "as good, but later by priority");
    }

    private static boolean near(AssignmentRequest request, Candidate c) {
        return c.region() != null && !c.region().isBlank()
                && Stream.of(request.region(), request.country()).anyMatch(place -> place != null && place.strip().equalsIgnoreCase(c.region().strip()));
    }

    private static String place(AssignmentRequest request) {
        return Stream.of(request.region(), request.country()).filter(p -> p != null && !p.isBlank()).reduce((a, b) -> a + ", " + b).orElse("?");
    }
}
