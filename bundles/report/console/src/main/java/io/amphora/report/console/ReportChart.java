package io.amphora.report.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.console.runtime.chart.EChart;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Draws a report. Amounts of several currencies become a series each: one bar never stands for two currencies. */
final class ReportChart {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** More bars cannot be read; the table has them all. */
    private static final int MOST_BARS = 30;
    private static final int MOST_POINTS = 400;

    private final ReportResult result;
    private final Chart chart;
    private final int category;
    private final int currency;
    private final Set<String> currencies = new LinkedHashSet<>();
    private final List<String> categories;

    private ReportChart(ReportResult result) {
        this.result = result;
        this.chart = result.chart();
        this.category = Values.column(result, chart.category());
        this.currency = Values.currencyColumn(result);
        if (currency >= 0) {
            result.rows().forEach(row -> currencies.add(String.valueOf(row.get(currency))));
        }
        this.categories = result.rows().stream().map(row -> label(row, category)).distinct().limit(most(chart)).toList();
    }

    static Optional<EChart> of(ReportResult result, String title) {
        if (result.chart() == null || result.rows().isEmpty()) {
            return Optional.empty();
        }
        ReportChart drawn = new ReportChart(result);
        EChart chart = new EChart(drawn.option(title).toString());
        chart.addClassNames("report-chart", "chart-" + drawn.chart.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        chart.setNumberFormat(drawn.format());
        chart.setAriaLabel(title);
        chart.getElement().setAttribute("role", "img");
        return Optional.of(chart);
    }

    /** The row behind a bar, slice or point that was clicked. */
    static Optional<List<Object>> row(ReportResult result, String name, String seriesName, int dataIndex) {
        ReportChart drawn = new ReportChart(result);
        String wanted = name.isEmpty() && dataIndex >= 0 && dataIndex < drawn.categories.size() ? drawn.categories.get(dataIndex) : name;
        List<List<Object>> rows = result.rows().stream().filter(row -> label(row, drawn.category).equals(wanted)).toList();
        return rows.stream().filter(row -> drawn.currency < 0 || seriesName.endsWith(String.valueOf(row.get(drawn.currency)))).findFirst().or(() -> rows.stream().findFirst());
    }

    private static int most(Chart chart) {
        return chart.kind() == Chart.Kind.LINE || chart.kind() == Chart.Kind.HEATMAP ? MOST_POINTS : MOST_BARS;
    }

    private static String label(List<Object> row, int column) {
        return row.get(column) == null ? "–" : String.valueOf(row.get(column));
    }

    /** Of the first series: all on one axis read alike. */
    private String format() {
        Column first = result.columns().get(Values.column(result, chart.series().get(chart.kind() == Chart.Kind.HEATMAP ? 1 : 0)));
        return switch (first.type()) {
            case PERCENT -> "percent";
            case MONEY -> currencies.size() == 1 && !currencies.contains("null") ? currencies.iterator().next() : "";
            case NUMBER, TEXT -> "";
        };
    }

    private ObjectNode option(String title) {
        ObjectNode option = JSON.objectNode();
        option.putObject("tooltip").put("trigger", chart.kind() == Chart.Kind.PIE || chart.kind() == Chart.Kind.HEATMAP ? "item" : "axis");
        option.putObject("aria").put("enabled", true).putObject("label").put("description", title);
        switch (chart.kind()) {
            case PIE -> pie(option);
            case HEATMAP -> heatmap(option);
            default -> axes(option);
        }
        return option;
    }

    private void axes(ObjectNode option) {
        boolean lying = chart.kind() == Chart.Kind.HORIZONTAL_BAR;
        option.putObject("grid").put("left", 8).put("right", 24).put("top", 40).put("bottom", 8).put("containLabel", true);
        ObjectNode names = option.putObject(lying ? "yAxis" : "xAxis").put("type", "category").put("inverse", lying);
        names.putObject("axisLabel").put("width", lying ? 140 : 90).put("overflow", "truncate");
        categories.forEach(names.putArray("data")::add);
        ArrayNode scales = option.putArray(lying ? "xAxis" : "yAxis");
        scales.addObject().put("type", "value");
        ArrayNode series = option.putArray("series");
        for (int i = 0; i < chart.series().size(); i++) {
            boolean share = chart.kind() == Chart.Kind.PARETO && i > 0;
            if (share && i == 1) {
                scales.addObject().put("type", "value").put("numberFormat", "percent").put("min", 0).put("max", 1).putObject("splitLine").put("show", false);
            }
            series(series, chart.series().get(i), chart.kind() == Chart.Kind.LINE || share ? "line" : "bar", share ? 1 : 0);
        }
        if (series.size() > 1) {
            option.putObject("legend").put("top", 4);
        }
    }

    private void series(ArrayNode all, String name, String type, int axis) {
        Column column = result.columns().get(Values.column(result, name));
        boolean split = column.type() == Column.Type.MONEY && currencies.size() > 1;
        for (String one : split ? currencies : Set.of("")) {
            ObjectNode series = all.addObject().put("type", type).put("name", split ? column.title() + " " + one : column.title());
            if (axis > 0) {
                series.put("yAxisIndex", axis).put("numberFormat", "percent");
            }
            numbers(series.putArray("data"), Values.column(result, name), one);
        }
    }

    /** One value per category, in their order; several rows of one category (one per currency) add up where they may. */
    private void numbers(ArrayNode data, int column, String onlyCurrency) {
        Map<String, BigDecimal> byCategory = new LinkedHashMap<>();
        for (List<Object> row : result.rows()) {
            if ((onlyCurrency.isEmpty() || onlyCurrency.equals(String.valueOf(row.get(currency)))) && row.get(column) instanceof BigDecimal number) {
                byCategory.merge(label(row, category), number, BigDecimal::add);
            }
        }
        for (String name : categories) {
            BigDecimal number = byCategory.get(name);
            if (number == null) {
                data.addNull();
            } else {
                data.add(number.setScale(Math.min(number.scale(), 4), RoundingMode.HALF_UP));
            }
        }
    }

    private void pie(ObjectNode option) {
        ArrayNode data = option.putArray("series").addObject().put("type", "pie").put("radius", "70%").putArray("data");
        int value = Values.column(result, chart.series().get(0));
        result.rows().stream().limit(MOST_BARS).filter(row -> row.get(value) instanceof BigDecimal number && number.signum() > 0)
                .forEach(row -> data.addObject().put("name", label(row, category)).put("value", (BigDecimal) row.get(value)));
    }

    private void heatmap(ObjectNode option) {
        int y = Values.column(result, chart.series().get(0));
        int value = Values.column(result, chart.series().get(1));
        List<String> rows = new ArrayList<>(result.rows().stream().map(row -> label(row, y)).distinct().limit(MOST_POINTS).toList());
        option.putObject("grid").put("left", 8).put("right", 24).put("top", 16).put("bottom", 60).put("containLabel", true);
        categories.forEach(option.putObject("xAxis").put("type", "category").putArray("data")::add);
        rows.forEach(option.putObject("yAxis").put("type", "category").put("inverse", true).putArray("data")::add);
        BigDecimal most = result.rows().stream().map(row -> row.get(value)).filter(Objects::nonNull).map(BigDecimal.class::cast).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        option.putObject("visualMap").put("min", 0).put("max", most).put("calculable", true).put("orient", "horizontal").put("left", "center").put("bottom", 4);
        ArrayNode data = option.putArray("series").addObject().put("type", "heatmap").putArray("data");
        for (List<Object> row : result.rows()) {
            if (row.get(value) instanceof BigDecimal number) {
                data.addArray().add(categories.indexOf(label(row, category))).add(rows.indexOf(label(row, y))).add(number);
            }
        }
    }
}
