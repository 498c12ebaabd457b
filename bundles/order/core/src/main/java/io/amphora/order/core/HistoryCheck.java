package io.amphora.order.core;

import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.util.List;

/** Whether historic orders fit into the database; nothing else is asked of the past. */
final class HistoryCheck {
    private HistoryCheck() {
    }

    /** @throws io.amphora.common.AmphoraException.Invalid naming all that does not fit */
    static void of(List<HistoricOrder> orders) {
        Problems problems = new Problems();
        for (int i = 0; i < orders.size(); i++) {
            order(problems, "orders[" + i + "].", orders.get(i));
        }
        problems.throwIfAny();
    }

    private static void order(Problems problems, String at, HistoricOrder o) {
        problems.text(at + "source", o.source(), 60);
        problems.text(at + "number", o.number(), 60);
        problems.optionalText(at + "customerName", o.customerName(), 200);
        problems.optionalText(at + "country", o.country(), 100);
        problems.check(o.placedAt() != null, at + "placedAt", "required", "must not be empty");
        problems.check(o.kind() != null, at + "kind", "required", "must not be empty");
        problems.check(o.status() == OrderStatus.COMPLETED || o.status() == OrderStatus.CANCELLED, at + "status", "order.history-status", "must be COMPLETED or CANCELLED");
        problems.check(o.currency() != null && Currencies.known(o.currency()).isPresent(), at + "currency", "order.currency", "{0} is not a currency code of ISO 4217",
                Texts.cut(String.valueOf(o.currency()), 20));
        if (o.shipTo() != null) {
            address(problems, at + "shipTo.", o.shipTo());
        }
        for (int i = 0; i < o.lines().size(); i++) {
            line(problems, at + "lines[" + i + "].", o.lines().get(i));
        }
    }

    private static void address(Problems problems, String at, Address a) {
        problems.optionalText(at + "recipient", a.recipient(), 200);
        problems.optionalText(at + "street", a.street(), 200);
        problems.optionalText(at + "city", a.city(), 100);
        problems.optionalText(at + "region", a.region(), 100);
        problems.optionalText(at + "postalCode", a.postalCode(), 40);
        problems.optionalText(at + "country", a.country(), 100);
    }

    private static void line(Problems problems, String at, HistoricOrder.Line l) {
        problems.text(at + "sku", l.sku(), 40);
        problems.optionalText(at + "name", l.name(), 200);
        number(problems, at + "quantity", l.quantity());
        number(problems, at + "unitPrice", l.unitPrice());
        number(problems, at + "amount", l.amount());
    }

    /** Databases would cut further decimals off without a word. */
    private static void number(Problems problems, String field, BigDecimal value) {
        if (value == null) {
            problems.add(field, "required", "must not be empty");
            return;
        }
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        problems.check(stripped.scale() <= 4, field, "too-many-decimals", "must have at most {0} decimals", 4);
        problems.check((long) stripped.precision() - stripped.scale() <= 15, field, "too-large", "is too large");
    }
}
