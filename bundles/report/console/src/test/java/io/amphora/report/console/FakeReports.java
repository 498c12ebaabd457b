package io.amphora.report.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportInfo.Parameter;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import io.amphora.report.api.Reports;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Two reports that can be taken away. */
final class FakeReports implements Reports {
    final List<String> there = new ArrayList<>(List.of("months", "products"));
    final List<Map<String, String>> asked = new ArrayList<>();
    boolean empty;

    @Override
    public List<Entry> list(Actor by, Locale locale) {
        return there.stream().map(id -> new Entry(id, new ReportInfo("Title of " + id, "What it is", "vaadin:chart",
                List.of(new Parameter("from", "From", Parameter.Type.DATE, null, List.of()), new Parameter("month", "Month", Parameter.Type.MONTH, null, List.of()),
                        new Parameter("by", "By", Parameter.Type.CHOICE, "amount", List.of("amount", "quantity")),
                        new Parameter("limit", "Limit", Parameter.Type.NUMBER, "20", List.of()))), "test.bundle", "1.0.0")).toList();
    }

    @Override
    public ReportResult run(Actor by, String id, Map<String, String> parameters, Locale locale) {
        asked.add(parameters);
        if ("bad".equals(parameters.get("month"))) {
            throw new AmphoraException.Invalid(List.of(Problem.of("month", "report.month", "must be a month"), Problem.of("limit", "report.number", "must be a number")));
        }
        List<List<Object>> rows = empty ? List.of() : List.of(List.of("2011-07", new BigDecimal("1234.5"), "GBP"), List.of("2011-08", new BigDecimal("10.00"), "GBP"),
                Arrays.asList(null, new BigDecimal("7"), "CNY"));
        return new ReportResult(List.of(Column.text("month", "Month").drillTo("products", "month"), Column.of("amount", "Amount", Column.Type.MONEY),
                Column.text("currency", "Currency")), rows, Arrays.asList(null, null, null), new Chart(Chart.Kind.LINE, "month", List.of("amount")));
    }

    @Override
    public void csv(Actor by, String id, Map<String, String> parameters, Locale locale, Writer to) throws IOException {
        to.write("month\r\n");
    }

    @Override
    public List<Health> health(Actor by) {
        return List.of();
    }

    @Override
    public Optional<String> bundleOf(Actor by, String id) {
        return id.startsWith("never") ? Optional.empty() : Optional.of("test.bundle");
    }
}
