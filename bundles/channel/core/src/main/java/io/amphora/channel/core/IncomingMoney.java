package io.amphora.channel.core;

import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is owed, from the words of a channel into those of orders. */
final class IncomingMoney {
    private IncomingMoney() {
    }

    static NewOrder.Line line(IncomingOrder.Line l) {
        return new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice(), discount(l.discountPercent(), l.discountAmount()), l.taxRate(), l.note());
    }

    static Discount discount(IncomingOrder.Money money) {
        return discount(money.discountPercent(), money.discountAmount());
    }

    /** Both at once is for the order to refuse. */
    private static Discount discount(BigDecimal percent, BigDecimal amount) {
        return percent == null && amount == null ? null : new Discount(percent, amount);
    }

    /** Without those whose type is unknown; a problem for each of them. */
    static List<NewOrder.Charge> charges(IncomingOrder.Money money, List<Problem> problems) {
        List<NewOrder.Charge> charges = new ArrayList<>();
        for (int i = 0; i < money.charges().size(); i++) {
            IncomingOrder.Charge c = money.charges().get(i);
            Optional<ChargeType> type = Arrays.stream(ChargeType.values()).filter(t -> t.name().equals(c.type() == null ? null : c.type().strip().toUpperCase(Locale.ROOT))).findFirst();
            if (type.isPresent()) {
                charges.add(new NewOrder.Charge(type.get(), c.text(), c.amount(), c.taxRate()));
            } else {
                problems.add(Problem.of("charges[" + i + "].type", "inbox.charge-type", "{0} is none of {1}", String.valueOf(c.type()),
                        Arrays.stream(ChargeType.values()).map(Enum::name).collect(Collectors.joining(", "))));
            }
        }
        return charges;
    }

    /** @throws AmphoraException.Invalid if the channel says another total: what undoes the order with it */
    static void check(IncomingOrder.Money money, Money order) {
        if (money.total() != null && money.total().compareTo(order.amount()) != 0) {
            throw new AmphoraException.Invalid(Problem.of("total", "inbox.total", "the channel says {0}, the order comes to {1}", money.total().stripTrailingZeros().toPlainString(),
                    order.amount().stripTrailingZeros().toPlainString()));
        }
    }
}
