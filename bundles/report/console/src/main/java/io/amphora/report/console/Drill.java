package io.amphora.report.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Column;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a report page stands: the report, its parameters, and the reports it was reached through. All of it is in the address
 * ({@code report/top-products?month=2011-08&via=sales-by-month:month}), so that a link, a reload and the browser's Back keep it.
 *
 * @param via in order; each with the parameter that was added when it was left
 */
record Drill(String report, Map<String, String> parameters, List<Step> via) {
    private static final String VIA = "via";
    private static final String ORDERS = "orders";
    private static final int MAX_STEPS = 10;

    /** A report on the way, and the parameter it added for the next. */
    record Step(String report, String added) {
    }

    static String path(String report) {
        return "report/" + report;
    }

    static Drill of(String report, QueryParameters query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.getParameters().forEach((name, values) -> {
            if (!name.equals(VIA) && !values.isEmpty() && !values.get(0).isBlank()) {
                parameters.put(name, values.get(0));
            }
        });
        List<Step> via = new ArrayList<>();
        for (String step : query.getSingleParameter(VIA).orElse("").split(",")) {
            String[] parts = step.split(":", 2);
            if (parts.length == 2 && via.size() < MAX_STEPS) {
                via.add(new Step(parts[0], parts[1]));
            }
        }
        return new Drill(report, parameters, via);
    }

    Drill with(Map<String, String> parameters) {
        return new Drill(report, parameters, via);
    }

    String path() {
        return path(report);
    }

    QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>(parameters);
        if (!via.isEmpty()) {
            query.put(VIA, String.join(",", via.stream().map(s -> s.report() + ":" + s.added()).toList()));
        }
        return QueryParameters.simple(query);
    }

    /** Back to the n-th report on the way, without what was added since. */
    Drill back(int step) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        via.subList(step, via.size()).forEach(s -> kept.remove(s.added()));
        return new Drill(via.get(step).report(), kept, via.subList(0, step));
    }

    /** Where a row leads, as path and query; empty when it leads nowhere. */
    Optional<Target> into(ReportResult result, List<Object> row) {
        for (int i = 0; i < result.columns().size(); i++) {
            Column column = result.columns().get(i);
            if (column.drill() != null && column.drillParameter() != null && row.get(i) != null) {
                return Optional.of(into(column, String.valueOf(row.get(i))));
            }
        }
        return Optional.empty();
    }

    private Target into(Column column, String value) {
        Map<String, String> next = new LinkedHashMap<>(parameters);
        next.put(column.drillParameter(), value);
        if (column.drill().equals(ORDERS)) {
            return new Target(ORDERS, QueryParameters.simple(forOrders(next)));
        }
        List<Step> steps = new ArrayList<>(via);
        steps.add(new Step(report, column.drillParameter()));
        Drill drill = new Drill(column.drill(), next, steps);
        return new Target(drill.path(), drill.query());
    }

    /** The orders list knows days, not months. */
    private static Map<String, String> forOrders(Map<String, String> parameters) {
        Map<String, String> query = new LinkedHashMap<>(parameters);
        String month = query.remove("month");
        query.keySet().retainAll(List.of("customer", "country", "channel", "from", "to"));
        try {
            if (month != null) {
                YearMonth days = YearMonth.parse(month);
                query.put("from", days.atDay(1).toString());
                query.put("to", days.atEndOfMonth().toString());
            }
        } catch (DateTimeParseException byHand) {
            return query;
        }
        return query;
    }

    /** Somewhere in the console. */
    record Target(String path, QueryParameters query) {
        void open(UI ui) {
            ui.navigate(path, query);
        }

        String href() {
            String text = query.getQueryString();
            return text.isEmpty() ? path : path + "?" + text;
        }
    }
}
