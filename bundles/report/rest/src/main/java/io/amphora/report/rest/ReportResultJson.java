package io.amphora.report.rest;

import io.amphora.report.api.ReportResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as it came out. Rows and totals are objects by column name; numbers are exact. */
public record ReportResultJson(String id, List<ColumnJson> columns, List<Map<String, Object>> rows, Map<String, Object> totals, ChartJson chart) {
    /** A column; {@code drill} is the report a row leads to, with the column's value as its parameter {@code drillParameter}. */
    public record ColumnJson(String name, String title, ReportResult.Column.Type type, String drill, String drillParameter) {
    }

    /** How it may be drawn. */
    public record ChartJson(ReportResult.Chart.Kind kind, String category, List<String> series) {
    }

    static ReportResultJson of(String id, ReportResult result) {
        List<ColumnJson> columns = result.columns().stream().map(c -> new ColumnJson(c.name(), c.title(), c.type(), c.drill(), c.drillParameter())).toList();
        ReportResult.Chart chart = result.chart();
        return new ReportResultJson(id, columns, result.rows().stream().map(row -> named(result, row)).toList(),
                result.totals() == null ? null : named(result, result.totals()), chart == null ? null : new ChartJson(chart.kind(), chart.category(), chart.series()));
    }

    private static Map<String, Object> named(ReportResult result, List<Object> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(result.columns().get(i).name(), values.get(i));
        }
        return named;
    }
}
