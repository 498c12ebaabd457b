package io.amphora.notification.core.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message can say about an order, in one language. */
final class OrderFacts {
    private static final String NONE = "–";

    private final Order order;
    private final Installation.Values installation;
    private final Locale locale;

    OrderFacts(Order order, Installation.Values installation, String language) {
        this.order = order;
        this.installation = installation;
        locale = Locale.forLanguageTag(language);
    }

    /** The shipment that an event is about: the newest of those there were when it was written. */
    static Order.Shipment shipment(Order order, Instant at) {
        return order.shipments().stream().filter(s -> s.shippedAt() == null || !s.shippedAt().isAfter(at)).max(Comparator.comparing(Order.Shipment::id)).orElse(null);
    }

    /** The shipment that had just arrived when an event was written, else the newest. */
    static Order.Shipment arrived(Order order, Instant at) {
        return order.shipments().stream().filter(s -> s.deliveredAt() != null && !s.deliveredAt().isAfter(at)).max(Comparator.comparing(Order.Shipment::deliveredAt))
                .orElseGet(() -> shipment(order, at));
    }

    Map<String, String> all(Order.Shipment shipment, String by, String reason) {
        Map<String, String> facts = new HashMap<>();
        facts.put("installation.name", installation.name());
        facts.put("order.number", order.number());
        facts.put("order.status", status());
        facts.put("order.channel", text(order.channel()));
        facts.put("order.reference", text(order.reference()));
        facts.put("order.assignee", text(order.assignee()));
        facts.put("order.total", money(order.total()));
        facts.put("order.date", DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).withZone(installation.zone()).format(order.placedAt() == null ? order.createdAt() : order.placedAt()));
        facts.put("order.lines", Stream.concat(Stream.of(lines(Order.Line::isLive)), SumRows.of(order, locale, this::money).stream()).collect(Collectors.joining("\n")));
        facts.put("cancelled.lines", lines(l -> l.status() == LineStatus.CANCELLED));
        facts.put("order.link", installation.url().isEmpty() ? "" : installation.url() + "/console/order/" + order.id());
        facts.put("customer.name", text(order.customerName()));
        facts.put("ship.to", address(order.shipTo()));
        facts.put("shipment.carrier", shipment == null || shipment.carrier() == null ? NONE : shipment.carrier());
        facts.put("shipment.tracking", shipment == null || shipment.trackingNumber() == null ? NONE : shipment.trackingNumber());
        facts.put("shipment.lines", shipment == null ? lines(l -> true) : lines(l -> shipment.lineIds().contains(l.id())));
        facts.put("by", text(by));
        facts.put("reason", reason == null ? NONE : reason);
        return facts;
    }

    /** @param iso empty for none */
    static String day(String iso, String language) {
        return iso.isEmpty() ? NONE : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.forLanguageTag(language)).format(LocalDate.parse(iso));
    }

    private String status() {
        return order.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String lines(Predicate<Order.Line> which) {
        List<Order.Line> chosen = order.lines().stream().filter(which).toList();
        return chosen.stream().map(l -> number(l.quantity()) + " × " + l.name() + " (" + l.sku() + ")  " + money(l.amount())).collect(Collectors.joining("\n"));
    }

    private static String address(Address a) {
        return a == null ? NONE : Stream.of(a.recipient(), a.street(), Stream.of(a.postalCode(), a.city()).filter(Objects::nonNull).collect(Collectors.joining(" ")), a.region(), a.country())
                .filter(s -> s != null && !s.isBlank()).collect(Collectors.joining(", "));
    }

    private String money(Money money) {
        return money(money, locale);
    }

    /** As an event says it: empty if it says none. */
    static String money(JsonNode payload, String amount, String language) {
        return payload.path(amount).asText("").isEmpty() ? "" : money(Money.of(payload.path(amount).asText(), payload.path("currency").asText("EUR")), Locale.forLanguageTag(language));
    }

    private static String money(Money money, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, Money.SCALE));
        return format.format(money.amount());
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
