package io.amphora.report.test;

import io.amphora.report.api.ReportData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link ReportData} over lines that a test names. */
public final class SalesInMemory implements ReportData {
    /** One line sold; {@code customer}, {@code country} empty for unknown, a credit is negative. */
    public record Line(String order, Instant at, String sku, String product, String customer, String customerName, String country, String channel, BigDecimal quantity,
                       BigDecimal amount, String currency) {
    }

    private final List<Line> lines = new ArrayList<>();

    /** Two months, three products, three customers and one unknown, two countries, two channels, a credit, and text that spreadsheets would run. */
    public static SalesInMemory sample() {
        return new SalesInMemory()
                .sold("A-1", "2011-07-31T23:59:59Z", "MUG", "=Mug & \"saucer\"", "1", "Ada", "France", "web", 10, "50.00")
                .sold("A-2", "2011-08-01T00:00:00Z", "MUG", "=Mug & \"saucer\"", "2", "Bo", "Norway", "shop", 4, "20.002")
                .sold("A-2", "2011-08-01T00:00:00Z", "LAMP", "Lamp, 红色", "2", "Bo", "Norway", "shop", 1, "99.90")
                .sold("A-3", "2011-08-15T12:00:00Z", "TOY", "Toy", "3", "Chen", "France", "web", 100, "30.00")
                .sold("A-4", "2011-08-31T23:59:59Z", "TOY", "Toy", "", null, "France", "web", 10, "3.00")
                .sold("C-5", "2011-08-20T12:00:00Z", "MUG", "=Mug & \"saucer\"", "1", "Ada", "France", "web", -2, "-10.00");
    }

    /** Adds a line in GBP. */
    public SalesInMemory sold(String order, String at, String sku, String product, String customer, String customerName, String country, String channel, long quantity,
                              String amount) {
        return sold(new Line(order, Instant.parse(at), sku, product, customer, customerName, country, channel, BigDecimal.valueOf(quantity), new BigDecimal(amount), "GBP"));
    }

    /** Adds a line. */
    public SalesInMemory sold(Line line) {
        lines.add(line);
        return this;
    }

    @Override
    public List<Sum> sales(List<By> by, Filter filter, int limit) {
        if (by.isEmpty() || by.size() > 3) {
            throw new IllegalArgumentException("one to three things, not " + by);
        }
        var groups = new TreeMap<List<String>, List<Line>>(Comparator.comparing(keys -> String.join("\u0000", keys)));
        lines.stream().filter(line -> matches(line, filter)).forEach(line ->
                groups.computeIfAbsent(by.stream().map(b -> key(b, line)).toList(), keys -> new ArrayList<>()).add(line));
        List<Sum> sums = groups.entrySet().stream().map(group -> sum(by, group.getKey(), group.getValue())).collect(Collectors.toList());
        if (limit > 0) {
            sums.sort(Comparator.comparing(Sum::amount).reversed());
            return List.copyOf(sums.subList(0, Math.min(limit, sums.size())));
        }
        return sums;
    }

    private static Sum sum(List<By> by, List<String> keys, List<Line> lines) {
        By last = by.contains(By.SKU) || by.contains(By.CUSTOMER) ? by.stream().filter(b -> b == By.SKU || b == By.CUSTOMER).reduce((a, b) -> b).orElseThrow() : null;
        String label = last == By.SKU ? lines.get(0).product() : last == By.CUSTOMER ? lines.get(0).customerName() : null;
        return new Sum(keys, label, add(lines.stream().map(Line::quantity).toList()), add(lines.stream().map(Line::amount).toList()),
                lines.stream().map(Line::order).distinct().count(), lines.size());
    }

    private static BigDecimal add(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean matches(Line line, Filter filter) {
        return (filter.from() == null || !line.at().isBefore(filter.from())) && (filter.to() == null || line.at().isBefore(filter.to()))
                && same(filter.sku(), line.sku()) && same(filter.customer(), line.customer()) && same(filter.country(), line.country())
                && same(filter.channel(), line.channel());
    }

    private static boolean same(String wanted, String found) {
        return wanted == null || Objects.equals(wanted, found);
    }

    private static String key(By by, Line line) {
        return switch (by) {
            case MONTH -> line.at().toString().substring(0, 7);
            case DAY -> line.at().toString().substring(0, 10);
            case SKU -> line.sku();
            case CUSTOMER -> line.customer();
            case COUNTRY -> line.country();
            case CHANNEL -> line.channel();
            case CURRENCY -> line.currency();
        };
    }
}
