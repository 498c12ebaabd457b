package io.amphora.order.core;

import io.amphora.order.api.Discount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What becomes of the discount on a whole order when its lines part, or come together with others. */
final class SharedDiscount {
    private SharedDiscount() {
    }

    /** As it holds for these lines: a percentage as it is, of an amount what they have of it. Null for none. */
    static Discount of(OrderEntity order, List<OrderLineEntity> lines) {
        Discount all = order.discount();
        return all == null || all.amount() == null ? all : amount(lines);
    }

    /** Of orders that become one: the percentage they all have, else the amount that their lines have together. Null for none. */
    static Discount together(List<OrderEntity> orders) {
        boolean alike = orders.stream().allMatch(o -> o.discount() == null || o.discount().percent() != null)
                && orders.stream().map(o -> o.discount() == null ? null : o.discount().percent().stripTrailingZeros()).distinct().count() == 1;
        return alike ? orders.get(0).discount() : amount(orders.stream().flatMap(o -> ReviewAgain.live(o).stream()).toList());
    }

    private static Discount amount(List<OrderLineEntity> lines) {
        BigDecimal sum = lines.stream().map(OrderLineEntity::share).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? null : new Discount(null, sum.stripTrailingZeros());
    }
}
