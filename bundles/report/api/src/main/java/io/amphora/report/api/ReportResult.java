package io.amphora.report.api;

import java.util.List;

/**
 * A table, and how to draw it.
 *
 * @param rows   one list per row, as long as columns; numbers as {@link java.math.BigDecimal}, dates as text, null for nothing
 * @param totals as a row, or null
 * @param chart  null for none
 */
public record ReportResult(List<Column> columns, List<List<Object>> rows, List<Object> totals, Chart chart) {
    /**
     * @param name  stable, for CSV and charts
     * @param title in the language asked for
     * @param drill report id that a click on a row opens, with this column's value as its parameter {@link #drillParameter} and the present
     *              report's values for parameters of the same name; {@code orders} opens the orders list; null for none
     */
    public record Column(String name, String title, Type type, String drill, String drillParameter) {
        /** How values look. PERCENT is 0.125 for 12.5 %; MONEY is in the installation's currency unless a column {@code currency} says otherwise. */
        public enum Type {
            TEXT, NUMBER, MONEY, PERCENT
        }

        public static Column text(String name, String title) {
            return new Column(name, title, Type.TEXT, null, null);
        }

        public static Column of(String name, String title, Type type) {
            return new Column(name, title, type, null, null);
        }

        public Column drillTo(String report, String parameter) {
            return new Column(name, title, type, report, parameter);
        }
    }

    /**
     * @param kind     what is drawn
     * @param category column on the axis
     * @param series   columns drawn
     */
    public record Chart(Kind kind, String category, List<String> series) {
        /** HEATMAP: category is x, the first series the y category, the second the value. */
        public enum Kind {
            BAR, HORIZONTAL_BAR, LINE, PIE, PARETO, HEATMAP
        }
    }
}
