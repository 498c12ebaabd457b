package io.amphora.ext.report.abc;

import io.amphora.common.Problems;
import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportData.By;
import io.amphora.report.api.ReportData.Filter;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportInfo.Parameter;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import io.amphora.report.api.ReportTemplate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Which few products make most of the turnover. */
@Component(property = ReportTemplate.PROPERTY_ID + "=abc-products")
public final class AbcReport implements ReportTemplate {
    private final AbcMessages messages = new AbcMessages();

    @Override
    public ReportInfo info(Locale locale) {
        return new ReportInfo(messages.text(locale, "report.abc-products.title"), messages.text(locale, "report.abc-products.description"), "vaadin:bar-chart-h", List.of(
                parameter(locale, "from", Parameter.Type.DATE, null),
                parameter(locale, "to", Parameter.Type.DATE, null),
                parameter(locale, "channel", Parameter.Type.TEXT, null),
                parameter(locale, "a", Parameter.Type.NUMBER, "80"),
                parameter(locale, "b", Parameter.Type.NUMBER, "95")));
    }

    private Parameter parameter(Locale locale, String name, Parameter.Type type, String fallback) {
        return new Parameter(name, messages.text(locale, "report.abc-products." + name), type, fallback, List.of());
    }

    @Override
    public ReportResult run(ReportRequest request, ReportData data) {
        Map<String, String> values = request.parameters();
        int a = Integer.parseInt(values.get("a"));
        int b = Integer.parseInt(values.get("b"));
        new Problems().check(a > 0 && a < 100, "a", "abc.limit", "must be between 1 and 99, was {0}", a)
                .check(b > a && b <= 100, "b", "abc.order", "must be above {0} and at most 100, was {1}", a, b).throwIfAny();
        List<Abc.Ranked> ranked = new Abc(a, b).rank(data.sales(List.of(By.SKU, By.CURRENCY), filter(values), 0));
        List<List<Object>> rows = new ArrayList<>();
        ranked.forEach(r -> rows.add(Arrays.asList(r.sku(), r.product(), r.quantity(), r.amount(), r.share(), r.cumulative(), r.letter(), r.currency())));
        return new ReportResult(columns(request.locale()), rows, rows.isEmpty() ? null : totals(ranked), new Chart(Chart.Kind.PARETO, "product", List.of("amount", "cumulative")));
    }

    private List<Column> columns(Locale locale) {
        return List.of(
                Column.text("sku", messages.text(locale, "report.abc-products.sku")).drillTo("customers-by-country", "sku"),
                Column.text("product", messages.text(locale, "report.abc-products.product")),
                Column.of("quantity", messages.text(locale, "report.abc-products.quantity"), Column.Type.NUMBER),
                Column.of("amount", messages.text(locale, "report.abc-products.amount"), Column.Type.MONEY),
                Column.of("share", messages.text(locale, "report.abc-products.share"), Column.Type.PERCENT),
                Column.of("cumulative", messages.text(locale, "report.abc-products.cumulative"), Column.Type.PERCENT),
                Column.text("class", messages.text(locale, "report.abc-products.class")),
                Column.text("currency", messages.text(locale, "report.abc-products.currency")));
    }

    /** Amounts of several currencies are not added up. */
    private static List<Object> totals(List<Abc.Ranked> ranked) {
        boolean one = ranked.stream().map(Abc.Ranked::currency).distinct().count() == 1;
        BigDecimal quantity = ranked.stream().map(Abc.Ranked::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = ranked.stream().map(Abc.Ranked::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Arrays.asList(null, null, quantity, one ? amount : null, null, null, null, one ? ranked.get(0).currency() : null);
    }

    private static Filter filter(Map<String, String> values) {
        Instant from = values.containsKey("from") ? start(LocalDate.parse(values.get("from"))) : null;
        Instant to = values.containsKey("to") ? start(LocalDate.parse(values.get("to")).plusDays(1)) : null;
        return new Filter(from, to, null, null, null, values.get("channel"));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
