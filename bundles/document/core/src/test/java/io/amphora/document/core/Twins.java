package io.amphora.document.core;

import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationStatus;
import io.amphora.order.api.Quotations;
import io.amphora.platform.api.Settings;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stand-ins for other domains. */
final class Twins {
    private Twins() {
    }

    static <T> T twin(Class<T> type, Map<String, Function<Object[], Object>> does) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> does.get(m.getName()).apply(a)));
    }

    static DocumentSettings settings(Map<String, String> values) {
        return new DocumentSettings(twin(Settings.class, Map.of("get", a -> Optional.ofNullable(values.get((String) a[1])))));
    }

    static Order.Line line(long id, String sku, LineStatus status, Long location) {
        return new Order.Line(id, (int) id, sku, "Name of " + sku, new BigDecimal("2"), "pcs", Money.of("1.50", "EUR"), Money.of("3.00", "EUR"), status, location);
    }

    static Order order(Order.Kind kind, String note, List<Order.Shipment> shipments, Order.Line... lines) {
        return new Order(17, "A-17", kind, "console", null, 3L, "Mary Lee", "PO 9", OrderStatus.valueOf(lines[0].status().name()), Money.of("6.00", "EUR"),
                new Address(null, "1 Road", "Bristol", null, "BS1", "GB"), null, note, Instant.EPOCH, Instant.EPOCH, "eve", 1L, null, false, List.of(lines), List.of(), shipments, 4);
    }

    /** Whatever is asked for: valid until a day in December. */
    static Quotations quotations() {
        return twin(Quotations.class, Map.of("find", a -> new Quotation((Long) a[1], "Q-" + a[1], 17, "A-17", 3L, "Mary Lee", Money.of("6.00", "EUR"), QuotationStatus.SENT,
                LocalDate.of(2026, 12, 24), null, "eve", Instant.EPOCH, Instant.EPOCH, null, 1)));
    }

    static Order quoted(Order.Line... lines) {
        Order o = order(Order.Kind.SALE, null, List.of(), lines);
        return new Order(o.id(), o.number(), o.kind(), o.channel(), o.externalId(), o.customerId(), o.customerName(), null, o.status(), o.total(), Address.EMPTY, null, null,
                o.createdAt(), null, o.createdBy(), null, null, false, o.lines(), List.of(), List.of(), o.version(), List.of(), null, null, 31L);
    }

    static Order held(HoldType type, Order.Line line) {
        Order o = order(Order.Kind.SALE, null, List.of(), line);
        return new Order(o.id(), o.number(), o.kind(), o.channel(), o.externalId(), o.customerId(), o.customerName(), o.reference(), o.status(), o.total(), o.shipTo(), o.wishedDate(),
                o.note(), o.createdAt(), o.placedAt(), o.createdBy(), o.locationId(), o.assignee(), o.historic(), o.lines(), o.findings(), o.shipments(), o.version(),
                List.of(new Hold(1, type, "why", "eve", Instant.EPOCH, null, null, null, null)));
    }
}
