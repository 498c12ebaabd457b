package io.amphora.transfer.core.run;

import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HistoricOrder;
import io.amphora.transfer.core.csv.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of an order in the words of the inbox, and what the inbox says of it in the words of the file. */
final class LiveOrder {
    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]{1,6})]\\.?(.*)");
    private static final Map<String, String> OF_LINES = Map.of("sku", "sku", "quantity", "quantity", "unitPrice", "unitPrice", "discount", "lineDiscount", "taxRate", "tax");
    private static final Map<String, String> OF_ORDERS = Map.of("externalId", "orderNumber", "total", "orderTotal", "charges", "shipping", "customerId", "customerNumber");

    private final Plan plan;
    private final boolean priced;

    LiveOrder(Plan plan) {
        this.plan = plan;
        priced = plan.mapping().containsKey("unitPrice") || plan.mapping().containsKey("lineAmount");
    }

    /** Problems of a line are of its row, the others of the first row of the order. */
    static Map<Row, List<Problem>> byRow(OrderGroup.Settled s, List<Problem> problems) {
        Map<Row, List<Problem>> rows = new LinkedHashMap<>();
        for (Problem p : problems) {
            Matcher m = LINE.matcher(p.field());
            boolean line = m.matches() && Integer.parseInt(m.group(1)) < s.good().size();
            Row row = s.good().get(line ? Integer.parseInt(m.group(1)) : 0).row();
            String field = line ? OF_LINES.getOrDefault(first(m.group(2)), "") : OF_ORDERS.getOrDefault(first(p.field()), plain(p.field()));
            rows.computeIfAbsent(row, r -> new ArrayList<>()).add(new Problem(field, p.code(), p.pattern(), p.args()));
        }
        return rows;
    }

    private static String first(String field) {
        return field.replaceFirst("[.\\[].*", "");
    }

    /** {@code shipTo.city} is a column of the file, {@code lines} is none. */
    private static String plain(String field) {
        String name = field.replaceFirst("^shipTo\\.", "").replaceFirst("\\..*", "");
        return name.equals("lines") || name.equals("channel") ? "" : name;
    }

    IncomingOrder of(OrderGroup.Settled s) {
        OrderLine.Buyer buyer = s.buyer();
        Address to = s.address(plan.options());
        return new IncomingOrder(s.group().number(), buyer.number(), buyer.name() == null ? to.recipient() : buyer.name(), buyer.email(), buyer.phone(), to.street(), to.city(), to.region(),
                to.postalCode(), to.country(), s.currency(plan.options()), null, null, s.good().stream().map(l -> line(l.value())).toList(),
                s.wished() == null ? null : s.wished().toString(), money(s));
    }

    /**
     * What the file says is due besides the lines. Its total holds: if it cannot be explained, the order waits in the inbox. Where the lines add up to it, taxes are in their prices; a
     * tax on top is known as an amount only, and so is a charge.
     */
    private static IncomingOrder.Money money(OrderGroup.Settled s) {
        BigDecimal total = s.total();
        if (total == null) {
            return IncomingOrder.Money.NONE;
        }
        List<IncomingOrder.Charge> charges = new ArrayList<>();
        BigDecimal discount = null;
        for (HistoricOrder.Line part : s.charges()) {
            switch (part.sku()) {
                case Charges.SHIPPING -> charges.add(new IncomingOrder.Charge("SHIPPING", null, part.amount(), null));
                case Charges.TAX -> charges.add(new IncomingOrder.Charge("OTHER", part.name(), part.amount(), null));
                case Charges.DISCOUNT -> discount = part.amount().negate();
                default -> {
                    // what nothing explains is for people to see
                }
            }
        }
        return new IncomingOrder.Money(null, discount, charges, true, total);
    }

    /** What is owed for the line decides, as a discount is in it; without prices in the file it is the list price of the day. */
    IncomingOrder.Line line(OrderLine l) {
        if (!priced || l.quantity().signum() == 0) {
            return new IncomingOrder.Line(l.sku(), l.quantity(), null);
        }
        boolean exact = l.unitPrice().multiply(l.quantity()).compareTo(l.amount()) == 0;
        BigDecimal each = exact ? l.unitPrice() : l.amount().divide(l.quantity(), 4, RoundingMode.HALF_UP);
        return new IncomingOrder.Line(l.sku(), l.quantity(), each.stripTrailingZeros().scale() < 0 ? each.setScale(0, RoundingMode.UNNECESSARY) : each.stripTrailingZeros());
    }
}
