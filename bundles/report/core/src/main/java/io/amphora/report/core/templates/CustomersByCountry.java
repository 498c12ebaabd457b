package io.amphora.report.core.templates;

import static io.amphora.report.core.templates.Table.key;
import static io.amphora.report.core.templates.Table.money;

import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportData.By;
import io.amphora.report.api.ReportData.Filter;
import io.amphora.report.api.ReportData.Sum;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import io.amphora.report.api.ReportTemplate;
import io.amphora.report.core.ReportMessages;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** Where the customers are; with a country, who they are. */
@Component(property = ReportTemplate.PROPERTY_ID + "=customers-by-country")
public final class CustomersByCountry implements ReportTemplate {
    private final ReportMessages messages = new ReportMessages();

    @Override
    public ReportInfo info(Locale locale) {
        return new ReportInfo(messages.text(locale, "report.customers-by-country.title"), messages.text(locale, "report.customers-by-country.description"),
                "vaadin:globe", Selection.parameters(messages, locale, "month", "country", "sku"));
    }

    @Override
    public ReportResult run(ReportRequest request, ReportData data) {
        Filter filter = Selection.filter(request.parameters());
        return filter.country() == null ? countries(request.locale(), filter, data) : customers(request.locale(), filter, data);
    }

    private ReportResult countries(Locale locale, Filter filter, ReportData data) {
        Table table = new Table(
                Column.text("country", messages.text(locale, "report.column.country")).drillTo("customers-by-country", "country"),
                Column.of("customers", messages.text(locale, "report.column.customers"), Column.Type.NUMBER),
                Column.of("orders", messages.text(locale, "report.column.orders"), Column.Type.NUMBER),
                Column.of("amount", messages.text(locale, "report.column.amount"), Column.Type.MONEY),
                Column.text("currency", messages.text(locale, "report.column.currency")));
        // an order without a customer has a country, but is nobody
        List<List<String>> buyers = data.sales(List.of(By.COUNTRY, By.CURRENCY, By.CUSTOMER), filter, 0).stream().map(Sum::keys).filter(k -> !k.get(2).isEmpty()).toList();
        Map<List<String>, Long> customers = buyers.stream().collect(Collectors.groupingBy(k -> k.subList(0, 2), Collectors.counting()));
        // somebody may buy in several countries
        table.total("customers", BigDecimal.valueOf(buyers.stream().map(k -> k.get(2)).distinct().count()));
        for (Sum sum : byAmount(data.sales(List.of(By.COUNTRY, By.CURRENCY), filter, 0))) {
            table.row(key(sum.keys().get(0)), BigDecimal.valueOf(customers.getOrDefault(sum.keys(), 0L)), BigDecimal.valueOf(sum.orders()), money(sum.amount()),
                    sum.keys().get(1));
        }
        return table.result(new Chart(Chart.Kind.HORIZONTAL_BAR, "country", List.of("amount")));
    }

    private ReportResult customers(Locale locale, Filter filter, ReportData data) {
        Table table = new Table(
                Column.text("customer", messages.text(locale, "report.column.customer")).drillTo("orders", "customer"),
                Column.text("name", messages.text(locale, "report.column.name")),
                Column.of("orders", messages.text(locale, "report.column.orders"), Column.Type.NUMBER),
                Column.of("amount", messages.text(locale, "report.column.amount"), Column.Type.MONEY),
                Column.text("currency", messages.text(locale, "report.column.currency")));
        for (Sum sum : byAmount(data.sales(List.of(By.CUSTOMER, By.CURRENCY), filter, 0))) {
            table.row(key(sum.keys().get(0)), sum.label(), BigDecimal.valueOf(sum.orders()), money(sum.amount()), sum.keys().get(1));
        }
        return table.result(new Chart(Chart.Kind.HORIZONTAL_BAR, "name", List.of("amount")));
    }

    private static List<Sum> byAmount(List<Sum> sums) {
        return sums.stream().sorted(Comparator.comparing(Sum::amount).reversed().thenComparing(sum -> sum.keys().get(0))).toList();
    }
}
