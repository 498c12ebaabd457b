package io.amphora.report.core;

import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Column;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a template gave is a table as promised: what draws and writes it relies on that. */
final class ResultCheck {
    private static final int MAX_ROWS = 200_000;

    private ResultCheck() {
    }

    /** @return what is wrong, or null */
    static String fault(ReportResult result) {
        if (result == null || result.columns() == null || result.columns().isEmpty() || result.rows() == null) {
            return "gave no table";
        }
        if (result.rows().size() > MAX_ROWS) {
            return "gave " + result.rows().size() + " rows, more than " + MAX_ROWS;
        }
        Set<String> names = result.columns().stream().map(Column::name).collect(Collectors.toSet());
        if (names.size() < result.columns().size() || names.contains(null)) {
            return "has columns without a name of their own";
        }
        for (List<Object> row : result.rows()) {
            String fault = fault(result.columns(), row);
            if (fault != null) {
                return fault;
            }
        }
        String fault = result.totals() == null ? null : fault(result.columns(), result.totals());
        return fault != null || result.chart() == null ? fault : faultOfChart(result.chart(), names);
    }

    private static String fault(List<Column> columns, List<Object> row) {
        if (row == null || row.size() != columns.size()) {
            return "has a row that is not as long as its columns";
        }
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            boolean number = columns.get(i).type() != Column.Type.TEXT;
            if (value != null && !(number ? value instanceof BigDecimal : value instanceof String || value instanceof BigDecimal)) {
                return "has a " + value.getClass().getSimpleName() + " in column " + columns.get(i).name();
            }
        }
        return null;
    }

    private static String faultOfChart(ReportResult.Chart chart, Set<String> names) {
        Set<String> used = new HashSet<>(chart.series());
        used.add(chart.category());
        used.removeAll(names);
        return used.isEmpty() ? null : "draws columns it does not have: " + used;
    }
}
