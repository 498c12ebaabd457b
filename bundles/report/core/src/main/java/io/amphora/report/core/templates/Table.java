package io.amphora.report.core.templates;

import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows with totals under them. Amounts of several currencies are never added up. */
final class Table {
    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();
    private final Set<String> withoutTotal = new HashSet<>();
    private final Map<String, BigDecimal> knownTotals = new HashMap<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** A column whose sum would count things twice: orders per product, when an order has several. */
    Table withoutTotal(String column) {
        withoutTotal.add(column);
        return this;
    }

    /** The total of a column that is not the sum of its rows. */
    Table total(String column, BigDecimal total) {
        knownTotals.put(column, total);
        return this;
    }

    void row(Object... values) {
        rows.add(Arrays.asList(values));
    }

    ReportResult result(Chart chart) {
        return new ReportResult(columns, rows, rows.isEmpty() ? null : totals(), chart);
    }

    private List<Object> totals() {
        int currency = columns.stream().map(Column::name).toList().indexOf("currency");
        Set<Object> currencies = new HashSet<>();
        rows.forEach(row -> currencies.add(row.get(currency)));
        List<Object> totals = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column.Type type = columns.get(i).type();
            BigDecimal known = knownTotals.get(columns.get(i).name());
            boolean summed = !withoutTotal.contains(columns.get(i).name()) && (type == Column.Type.NUMBER || type == Column.Type.MONEY && currencies.size() == 1);
            totals.add(known != null ? known : summed ? sum(i) : i == currency && currencies.size() == 1 ? rows.get(0).get(i) : null);
        }
        return totals;
    }

    private BigDecimal sum(int column) {
        return rows.stream().map(row -> (BigDecimal) row.get(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without needless decimals, but at least those of most currencies. */
    static BigDecimal money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }

    static BigDecimal number(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Empty keys (no country, no customer) are nothing. */
    static String key(String key) {
        return key == null || key.isEmpty() ? null : key;
    }
}
