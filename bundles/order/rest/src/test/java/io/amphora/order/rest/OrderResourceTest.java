package io.amphora.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderResourceTest {
    @Test
    void whatIsMissingIsLeftToTheUseCase() {
        NewOrder order = new OrderIn(null, null, null, null, null, null, null, null, null, null, null, null, null).toNewOrder();

        assertThat(order.channel()).isEqualTo("rest");
        assertThat(order.lines()).isEmpty();
        assertThat(order.shipTo()).isNull();
    }

    @Test
    void linesComeAsTheyAre() {
        NewOrder order = new OrderIn("edi", "X", 7L, "PO", "EUR", new AddressJson("A", "B", "C", null, null, "D"), null, "n",
                List.of(new OrderIn.LineIn("SKU", new BigDecimal("1.5"), null, new OrderIn.DiscountJson(BigDecimal.TEN, null), BigDecimal.ONE, "wrap")), new OrderIn.DiscountJson(null, BigDecimal.ONE),
                List.of(new OrderIn.ChargeIn(ChargeType.SHIPPING, "Express", BigDecimal.TEN, null)), true, new OrderIn.DeliveryIn(true, false, 3)).toNewOrder();

        assertThat(order.lines()).containsExactly(new NewOrder.Line("SKU", new BigDecimal("1.5"), null, Discount.percent("10"), BigDecimal.ONE, "wrap"));
        assertThat(order.discount()).isEqualTo(Discount.amount("1"));
        assertThat(order.charges()).containsExactly(new NewOrder.Charge(ChargeType.SHIPPING, "Express", BigDecimal.TEN, null));
        assertThat(order.pricesIncludeTax()).isTrue();
        assertThat(order.shipTo().isComplete()).isTrue();
        assertThat(order.channel()).isEqualTo("edi");
        assertThat(order.delivery()).isEqualTo(new NewOrder.Delivery(true, false, 3));
    }
}
