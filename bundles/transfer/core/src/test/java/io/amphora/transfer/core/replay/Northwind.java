package io.amphora.transfer.core.replay;

import io.amphora.customer.api.Address;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.core.SampleData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The orders of a food merchant, as its SQL dump says. It knows days only, and of no delivery: an order that was shipped was done. */
final class Northwind {
    final Map<String, List<List<String>>> tables = new HashMap<>();
    final List<PastOrder> orders = new ArrayList<>();
    /** Prices and discounts as decimals, not rounded. */
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal gross = BigDecimal.ZERO;

    Northwind() throws IOException {
        for (String line : Files.readAllLines(SampleData.file("sales/northwind/northwind.sql"))) {
            if (line.startsWith("INSERT INTO ") && line.endsWith(");")) {
                int values = line.indexOf(" VALUES (");
                tables.computeIfAbsent(line.substring(12, values), t -> new ArrayList<>()).add(cells(line.substring(values + 9, line.length() - 2)));
            }
        }
        Map<String, List<List<String>>> details = new HashMap<>();
        tables.get("order_details").forEach(d -> details.computeIfAbsent(d.get(0), o -> new ArrayList<>()).add(d));
        tables.get("orders").forEach(o -> orders.add(order(o, details.getOrDefault(o.get(0), List.of()))));
    }

    private static List<String> cells(String values) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < values.length(); i++) {
            char c = values.charAt(i);
            if (c == '\'' && quoted && i + 1 < values.length() && values.charAt(i + 1) == '\'') {
                cell.append(c);
                i++;
            } else if (c == '\'') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(value(cell));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(value(cell));
        return cells;
    }

    private static String value(StringBuilder cell) {
        String text = cell.toString().strip();
        return text.equals("NULL") ? null : text;
    }

    /** The dump writes four-byte floating point numbers out; the shortest text that means the same number is what was meant. */
    static BigDecimal number(String text) {
        return new BigDecimal(Float.toString(Float.parseFloat(text)));
    }

    private PastOrder order(List<String> o, List<List<String>> details) {
        List<PastOrder.Line> lines = new ArrayList<>();
        BigDecimal total = number(o.get(7));
        for (List<String> d : details) {
            BigDecimal amount = number(d.get(2)).multiply(new BigDecimal(d.get(3)));
            BigDecimal paid = amount.multiply(BigDecimal.ONE.subtract(number(d.get(4))));
            gross = gross.add(amount);
            net = net.add(paid);
            total = total.add(paid);
            lines.add(new PastOrder.Line("NW-" + d.get(1), new BigDecimal(d.get(3)), number(d.get(2)), number(d.get(4)).movePointRight(2)));
        }
        Instant shipped = day(o.get(5));
        return new PastOrder(o.get(0), o.get(1), null, "USD", new Address(o.get(8), o.get(9), o.get(10), o.get(11), o.get(12), o.get(13)), LocalDate.parse(o.get(4)), null, lines,
                List.of(new PastOrder.Charge("SHIPPING", null, number(o.get(7)))), total.setScale(2, RoundingMode.HALF_UP), List.of(),
                new PastOrder.Life(day(o.get(3)), null, shipped, "shipper " + o.get(6), null, null, shipped, null, null));
    }

    private static Instant day(String text) {
        return text == null ? null : Instant.parse(text + "T00:00:00Z");
    }
}
