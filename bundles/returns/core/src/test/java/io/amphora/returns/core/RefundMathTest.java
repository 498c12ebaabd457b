package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Lines add up to the order, pieces to the line, in whatever order they come. */
class RefundMathTest {
    @Property(tries = 500)
    void piecesAddUpToTheWhole(@ForAll @LongRange(min = 0, max = 100_000_000) long cents, @ForAll @IntRange(min = 1, max = 60) int quantity, @ForAll @IntRange(min = 0, max = 3) int digits,
                               @ForAll long seed) {
        BigDecimal total = BigDecimal.valueOf(cents, digits);
        BigDecimal ordered = BigDecimal.valueOf(quantity);
        Random random = new Random(seed);
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal credited = BigDecimal.ZERO;
        while (before.compareTo(ordered) < 0) {
            BigDecimal piece = BigDecimal.valueOf(1 + random.nextInt(1000 * quantity), 3).min(ordered.subtract(before));
            BigDecimal amount = RefundMath.amount(total, ordered, before, credited, piece, digits);
            assertThat(amount.signum()).isNotNegative();
            assertThat(amount.stripTrailingZeros().scale()).isLessThanOrEqualTo(digits);
            before = before.add(piece);
            credited = credited.add(amount);
            assertThat(credited).isLessThanOrEqualTo(total);
        }
        assertThat(credited).isEqualByComparingTo(total);
    }

    @Property(tries = 300)
    void linesAddUpToTheOrder(@ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 10_000_000) Long> tenThousandths, @ForAll @LongRange(min = 0, max = 5_000) long charges) {
        List<Order.Line> lines = new ArrayList<>();
        for (int i = 0; i < tenThousandths.size(); i++) {
            lines.add(Shop.line(i + 1, i + 1, "S" + i, "1", BigDecimal.valueOf(tenThousandths.get(i), 4).toPlainString(), "EUR", LineStatus.DELIVERED));
        }
        Order order = Shop.order(1, "rest", null, 1L, "EUR", OrderStatus.DELIVERED, lines, BigDecimal.valueOf(charges, 2));

        BigDecimal sum = RefundMath.lineTotals(order).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum.add(RefundMath.charges(order))).isEqualByComparingTo(order.total().amount());
        RefundMath.lineTotals(order).forEach((id, total) -> {
            Money exact = lines.get((int) (id - 1)).payable();
            assertThat(total.subtract(exact.amount()).abs()).as("no line is further from its own price than a cent").isLessThan(new BigDecimal("0.0101"));
        });
    }
}
