package io.amphora.order.core;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much somebody may take off the price, by the roles he has: the highest of them. Asked only of orders that take something off. */
@Component(service = DiscountLimits.class)
public final class DiscountLimits {
    /** Stands for who has none of the roles that are named, channels and imports among them. */
    static final String OTHERS = "*";

    private final OrderSettings settings;
    private final Roles roles;

    @Activate
    public DiscountLimits(@Reference OrderSettings settings, @Reference Roles roles) {
        this.settings = settings;
        this.roles = roles;
    }

    /** In percent; null if there is no limit, or nothing is taken off. */
    BigDecimal of(Actor by, CheckedOrder order) {
        Map<String, BigDecimal> limits = settings.now().discountLimits();
        if (limits.isEmpty() || order.lines().stream().noneMatch(CheckedLine::byHand) && order.discount() == null && order.lines().stream().allMatch(l -> l.money().discount() == null)) {
            return null;
        }
        if (by.name().startsWith("system:")) {
            return limits.get(OTHERS);
        }
        return limits.entrySet().stream().filter(l -> !l.getKey().equals(OTHERS) && roles.has(by.name(), l.getKey())).map(Map.Entry::getValue).max(BigDecimal::compareTo)
                .orElse(limits.get(OTHERS));
    }
}
