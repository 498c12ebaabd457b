package io.amphora.order.core;

import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments.Difference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two states of an order, for people. */
final class Differences {
    private Differences() {
    }

    static List<Difference> between(Order a, Order b) {
        List<Difference> all = new ArrayList<>();
        Map<Long, Order.Line> before = live(a);
        Map<Long, Order.Line> after = live(b);
        before.forEach((id, line) -> {
            Order.Line now = after.get(id);
            String where = "lines[" + line.sku() + "]";
            if (now == null) {
                all.add(new Difference(where, text(line), null));
            } else {
                differ(all, where + ".quantity", number(line.quantity()), number(now.quantity()));
                differ(all, where + ".unitPrice", money(line.unitPrice()), money(now.unitPrice()));
                differ(all, where + ".discount", own(line), own(now));
                differ(all, where + ".taxRate", line.taxRate() == null ? null : number(line.taxRate()), now.taxRate() == null ? null : number(now.taxRate()));
                differ(all, where + ".note", line.note(), now.note());
                if (line.quantity().compareTo(now.quantity()) == 0 && line.unitPrice().amount().compareTo(now.unitPrice().amount()) == 0) {
                    differ(all, where + ".amount", money(line.amount()), money(now.amount()));
                }
            }
        });
        after.forEach((id, line) -> {
            if (!before.containsKey(id)) {
                all.add(new Difference("lines[" + line.sku() + "]", null, text(line)));
            }
        });
        differ(all, "discount", off(a), off(b));
        differ(all, "charges", charges(a), charges(b));
        differ(all, "shipTo", address(a.shipTo()), address(b.shipTo()));
        differ(all, "reference", a.reference(), b.reference());
        differ(all, "wishedDate", text(a.wishedDate()), text(b.wishedDate()));
        differ(all, "note", a.note(), b.note());
        differ(all, "total", money(a.total()), money(b.total()));
        return all;
    }

    private static Map<Long, Order.Line> live(Order o) {
        Map<Long, Order.Line> live = new LinkedHashMap<>();
        o.lines().stream().filter(l -> l.status() != LineStatus.CANCELLED && l.status() != LineStatus.REJECTED).forEach(l -> live.put(l.id(), l));
        return live;
    }

    private static void differ(List<Difference> all, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            all.add(new Difference(field, before, after));
        }
    }

    private static String own(Order.Line l) {
        return l.money().discountPercent() != null ? number(l.money().discountPercent()) + " %" : l.discount().amount().signum() == 0 ? null : money(l.discount());
    }

    private static String off(Order o) {
        Discount d = o.discount();
        return d == null ? null : d.percent() != null ? number(d.percent()) + " %" : money(Money.of(d.amount(), o.total().currency().getCurrencyCode()).rounded());
    }

    private static String charges(Order o) {
        return o.charges().isEmpty() ? null : o.charges().stream().map(c -> (c.text() == null ? c.type().name() : c.text()) + " " + money(c.payable())).collect(Collectors.joining(", "));
    }

    private static String text(Order.Line l) {
        return number(l.quantity()) + " × " + money(l.unitPrice());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String number(BigDecimal n) {
        return n.stripTrailingZeros().toPlainString();
    }

    private static String money(Money m) {
        return Numbers.money(m.amount(), m.currency().getCurrencyCode()).amount().toPlainString() + " " + m.currency().getCurrencyCode();
    }

    private static String address(Address a) {
        String all = Stream.of(a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}
