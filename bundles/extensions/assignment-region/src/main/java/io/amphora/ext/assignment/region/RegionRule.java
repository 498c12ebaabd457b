package io.amphora.ext.assignment.region;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            return Verdict.abstain(able.isEmpty() ? "no location can take it: " + obstacles(request) : "no location in " + place(request) + " can take it");
        }
        Candidate w = winner.get();
        Map<Long, String> reasons = new HashMap<>();
        request.candidates().forEach(c -> reasons.put(c.locationId(), reason(request, c, w)));
        String summary = near.isPresent() ? w.code() + " in " + w.region() + " has everything and " + w.openOrders() + " open orders"
                : w.code() + " has everything; none in " + place(request) + " can take it";
        return new Verdict(w.locationId(), null, stockRequired ? summary : summary.replace("has everything", "is free"), reasons);
    }

    /** @return why this location cannot take any order like this; null if it can */
    private String obstacle(Candidate c) {
        if (stockRequired && !c.inStock()) {
            return "lacks stock";
        }
        return maxOpenOrders > 0 && c.openOrders() >= maxOpenOrders ? "too busy: " + c.openOrders() + " open orders, at most " + maxOpenOrders : null;
    }

    private String obstacles(AssignmentRequest request) {
        return request.candidates().stream().map(c -> c.code() + " " + obstacle(c)).limit(5).reduce((a, b) -> a + ", " + b).orElse("none there");
    }

    private String reason(AssignmentRequest request, Candidate c, Candidate winner) {
        if (c.locationId() == winner.locationId()) {
            return (near(request, c) ? "in " + c.region() + ", " : "") + c.openOrders() + " open orders: taken";
        }
        String obstacle = obstacle(c);
        if (obstacle != null) {
            return obstacle;
        }
        if (near(request, winner) && !near(request, c)) {
            return "not in " + place(request);
        }
        return c.openOrders() > winner.openOrders() ? "busier: " + c.openOrders() + " open orders" : "as good, but later by priority";
    }

    private static boolean near(AssignmentRequest request, Candidate c) {
        return c.region() != null && !c.region().isBlank()
                && Stream.of(request.region(), request.country()).anyMatch(place -> place != null && place.strip().equalsIgnoreCase(c.region().strip()));
    }

    private static String place(AssignmentRequest request) {
        return Stream.of(request.region(), request.country()).filter(p -> p != null && !p.isBlank()).reduce((a, b) -> a + ", " + b).orElse("an unknown country");
    }
}
