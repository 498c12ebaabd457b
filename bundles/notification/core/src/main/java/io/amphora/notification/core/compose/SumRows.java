package io.amphora.notification.core.compose;

import io.amphora.common.Money;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What stands between the lines of an order and its total, so that who reads a message can add it up. */
final class SumRows {
    private static final Map<ChargeType, String> ENGLISH = Map.of(ChargeType.SHIPPING, "Shipping", ChargeType.HANDLING, "Handling", ChargeType.GIFT_WRAP, "Gift wrap", ChargeType.PAYMENT, "Payment fee",
            ChargeType.OTHER, "Other charges");
    private static final Map<ChargeType, String> CHINESE = Map.of(ChargeType.SHIPPING, "运费", ChargeType.HANDLING, "手续费", ChargeType.GIFT_WRAP, "礼品包装", ChargeType.PAYMENT, "支付手续费",
            ChargeType.OTHER, "其他费用");

    private SumRows() {
    }

    static List<String> of(Order order, Locale locale, Function<Money, String> money) {
        boolean chinese = locale.getLanguage().equals("zh");
        OrderSums sums = OrderSums.of(order);
        List<String> rows = new ArrayList<>();
        Money discount = sums.discounts().plus(sums.discount());
        if (discount.amount().signum() != 0) {
            rows.add((chinese ? "折扣" : "Discount") + "  " + money.apply(Money.zero(discount.currency()).minus(discount)));
        }
        if (sums.charges().amount().signum() != 0) {
            order.charges().forEach(c -> rows.add(name(c, chinese) + "  " + money.apply(c.amount())));
        }
        if (sums.taxAdded().amount().signum() != 0) {
            rows.add((chinese ? "税额" : "Tax") + "  " + money.apply(sums.taxAdded()));
        }
        return rows;
    }

    private static String name(OrderPricing.Charge c, boolean chinese) {
        return c.text() == null || c.text().isBlank() ? (chinese ? CHINESE : ENGLISH).get(c.type()) : c.text();
    }
}
