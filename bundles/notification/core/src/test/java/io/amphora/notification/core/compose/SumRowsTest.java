package io.amphora.notification.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.LineMoney;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SumRowsTest {
    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Order order(OrderPricing.Charge... charges) {
        Order.Line line = new Order.Line(1, 1, "A", "a", BigDecimal.ONE, "pcs", eur("100"), eur("100"), LineStatus.APPROVED, null, false, null,
                new LineMoney(eur("10"), BigDecimal.TEN, eur("5"), new BigDecimal("19"), eur("16.15"), eur("101.15"), null, null), null, List.of());
        return new Order(7, "A-7", Order.Kind.SALE, "rest", null, 1L, "Ada", null, OrderStatus.APPROVED, eur("107.10"), null, null, null, Instant.EPOCH, Instant.EPOCH, "sam", null, null, false,
                List.of(line), List.of(), List.of(), 1, List.of(), null, null, null, new OrderPricing(null, false, List.of(charges)));
    }

    @Test
    void saysAllThatStandsBetweenTheLinesAndTheTotal() {
        OrderPricing.Charge shipping = new OrderPricing.Charge(ChargeType.SHIPPING, null, eur("5"), new BigDecimal("19"), eur("0.95"), eur("5.95"));

        assertThat(SumRows.of(order(shipping), Locale.ENGLISH, m -> m.rounded().toString())).containsExactly("Discount  -15.00 EUR", "Shipping  5.00 EUR", "Tax  17.10 EUR");
        assertThat(SumRows.of(order(shipping), Locale.SIMPLIFIED_CHINESE, m -> m.rounded().toString())).containsExactly("折扣  -15.00 EUR", "运费  5.00 EUR", "税额  17.10 EUR");
        assertThat(SumRows.of(order(), Locale.ENGLISH, m -> m.rounded().toString())).containsExactly("Discount  -15.00 EUR", "Tax  16.15 EUR");
    }
}
