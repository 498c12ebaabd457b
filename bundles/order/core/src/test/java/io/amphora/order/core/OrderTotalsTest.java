package io.amphora.order.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.customer.api.Address;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class OrderTotalsTest {
    @Property(tries = 300)
    void headFollowsFromItsLines(@ForAll @Size(max = 12) List<@BigRange(min = "0", max = "99999.9999") @Scale(4) BigDecimal> prices, @ForAll @Size(min = 12, max = 12) List<LineStatus> statuses) {
        List<CheckedLine> lines = new ArrayList<>();
        prices.forEach(p -> lines.add(new CheckedLine("SKU", "Name", new BigDecimal("1.5"), "pcs", p, p, true)));
        OrderEntity order = new OrderEntity(new CheckedOrder("rest", null, 1L, "Ada", null, null, "EUR", Address.EMPTY, null, null, lines), "test", Instant.EPOCH);
        BigDecimal live = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            order.lines().get(i).moveTo(statuses.get(i));
            boolean counts = statuses.get(i) != LineStatus.CANCELLED && statuses.get(i) != LineStatus.REJECTED;
            live = counts ? live.add(prices.get(i).multiply(new BigDecimal("1.5")).setScale(2, RoundingMode.HALF_UP)) : live;
        }

        order.touched(Instant.EPOCH);

        assertThat(order.total()).isEqualByComparingTo(live);
        assertThat(order.status()).isEqualTo(OrderStatus.of(statuses.subList(0, lines.size())));
    }
}
