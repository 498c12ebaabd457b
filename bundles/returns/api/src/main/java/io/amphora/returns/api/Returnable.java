package io.amphora.returns.api;

import io.amphora.common.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What of an order can come back.
 *
 * @param problem why nothing of this line can, null if something can; somebody with {@code returns.override} may let it
 */
public record Returnable(long orderId, String orderNumber, List<Line> lines) {
    public Returnable {
        lines = List.copyOf(lines);
    }

    /**
     * A line that left the house.
     *
     * @param quantity  of the order line
     * @param taken     asked for in other returns
     * @param since     when it arrived, or left if nobody said so; null if neither is known
     */
    public record Line(long orderLineId, int position, String sku, String name, String unit, BigDecimal quantity, BigDecimal taken, Instant since, Problem problem) {
        public BigDecimal free() {
            return quantity.subtract(taken).max(BigDecimal.ZERO);
        }
    }
}
