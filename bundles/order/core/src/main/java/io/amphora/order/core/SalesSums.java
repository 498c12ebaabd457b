package io.amphora.order.core;

import io.amphora.order.api.SalesFacts.Dimension;
import io.amphora.order.api.SalesFacts.Sum;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds lines up, by one to three dimensions. */
final class SalesSums {
    private static final int FIRST = 5;
    private static final long DAY = 86_400_000;
    private static final Comparator<Sum> BY_KEYS = (a, b) -> {
        for (int i = 0; i < a.keys().size(); i++) {
            int c = a.keys().get(i).compareTo(b.keys().get(i));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    };

    private static final class Group {
        private final int number;
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;
        private long orders;
        private long lines;
        private String label;
        private long labelKey = Long.MIN_VALUE;

        private Group(int number) {
            this.number = number;
        }
    }

    private final List<Dimension> by;
    private final Dimension labelled;
    private final Map<List<String>, Group> groups = new HashMap<>();
    private final Map<Long, String> days = new HashMap<>();
    private final PairSet counted = new PairSet();

    SalesSums(List<Dimension> by) {
        this.by = by;
        labelled = by.stream().filter(d -> d == Dimension.SKU || d == Dimension.CUSTOMER).reduce((a, b) -> b).orElse(null);
    }

    /** What must be selected after id, placed key, quantity and amount of each line. */
    String columns() {
        StringBuilder columns = new StringBuilder();
        by.forEach(d -> columns.append(switch (d) {
            case MONTH, DAY -> "";
            case SKU -> ", l.sku";
            case CUSTOMER -> ", o.customer_id";
            case COUNTRY -> ", o.country";
            case CHANNEL -> ", o.channel";
            case CURRENCY -> ", o.currency";
        }));
        return columns.append(labelled == null ? "" : labelled == Dimension.SKU ? ", l.product_name" : ", o.customer_name").toString();
    }

    void add(ResultSet row) throws SQLException {
        long order = row.getLong(1);
        long key = row.getLong(2);
        List<String> keys = new ArrayList<>(by.size());
        int column = FIRST;
        for (Dimension d : by) {
            if (d == Dimension.MONTH || d == Dimension.DAY) {
                String day = day(key);
                keys.add(d == Dimension.DAY ? day : day.substring(0, day.lastIndexOf('-')));
            } else {
                String value = row.getString(column++);
                keys.add(value == null ? "" : value);
            }
        }
        Group g = groups.computeIfAbsent(keys, k -> new Group(groups.size()));
        g.quantity = g.quantity.add(row.getBigDecimal(3));
        g.amount = g.amount.add(row.getBigDecimal(4));
        g.lines++;
        g.orders += counted.add(g.number, order) ? 1 : 0;
        if (labelled != null && key >= g.labelKey) {
            label(g, key, row.getString(column));
        }
    }

    /** The name it had last. */
    private static void label(Group g, long key, String name) {
        if (name != null && !name.isEmpty()) {
            g.label = name;
            g.labelKey = key;
        }
    }

    private String day(long placedKey) {
        return days.computeIfAbsent(Math.floorDiv(PlacedKey.millis(placedKey), DAY), d -> LocalDate.ofEpochDay(d).toString());
    }

    /** @param limit the largest amounts first; 0: all, by keys */
    List<Sum> result(int limit) {
        List<Sum> sums = new ArrayList<>(groups.size());
        groups.forEach((keys, g) -> sums.add(new Sum(List.copyOf(keys), g.label, Numbers.quantity(g.quantity), Numbers.quantity(g.amount), g.orders, g.lines)));
        sums.sort(limit == 0 ? BY_KEYS : Comparator.comparing(Sum::amount).reversed().thenComparing(BY_KEYS));
        return limit == 0 || sums.size() <= limit ? sums : List.copyOf(sums.subList(0, limit));
    }
}
