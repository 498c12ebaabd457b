package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.PlacementHold;
import io.amphora.order.api.PlacementHold.Placed;
import io.amphora.order.api.PlacementHold.Wanted;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an order waits for from its first moment on, as other bundles say. For use inside a transaction. */
@Component(service = PlacementHolds.class)
public final class PlacementHolds {
    private static final Logger LOG = LoggerFactory.getLogger(PlacementHolds.class);
    private static final Actor PLACING = Actor.system("placing");

    private final Holds holds;
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<PlacementHold> rules = List.of();

    @Activate
    public PlacementHolds(@Reference Holds holds) {
        this.holds = holds;
    }

    PlacementHolds(Holds holds, List<PlacementHold> rules) {
        this(holds);
        this.rules = rules;
    }

    /** The order must be in the database already. */
    void on(EntityManager em, OrderEntity order, Instant now) {
        List<PlacementHold> all = rules;
        if (all.isEmpty()) {
            return;
        }
        Placed placed = new Placed(order.channel(), order.customerId(), Money.of(order.total(), order.currency()));
        for (PlacementHold rule : all) {
            ask(rule, placed).filter(w -> !order.openHolds().contains(w.type())).ifPresent(w -> holds.set(em, order, w.type(), null, Texts.cut(w.reason(), 1000), w.by(), now));
        }
    }

    private static Optional<Wanted> ask(PlacementHold rule, Placed placed) {
        try {
            return rule.on(placed);
        } catch (RuntimeException e) {
            LOG.warn("{} could not say whether an order has to wait: it waits: {}", rule.getClass().getName(), e.toString());
            return Optional.of(new Wanted(HoldType.OTHER, "could not find out whether this order has to wait: look at it yourself", PLACING));
        }
    }
}
