package io.amphora.report.core.templates;

import static io.amphora.report.core.templates.Table.money;
import static io.amphora.report.core.templates.Table.number;

import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportData.By;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import io.amphora.report.api.ReportTemplate;
import io.amphora.report.core.ReportMessages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** How much was sold each month. */
@Component(property = ReportTemplate.PROPERTY_ID + "=sales-by-month")
public final class SalesByMonth implements ReportTemplate {
    private final ReportMessages messages = new ReportMessages();

    @Override
    public ReportInfo info(Locale locale) {
        return new ReportInfo(messages.text(locale, "report.sales-by-month.title"), messages.text(locale, "report.sales-by-month.description"), "vaadin:line-bar-chart",
                Selection.parameters(messages, locale, "country", "sku"));
    }

    @Override
    public ReportResult run(ReportRequest request, ReportData data) {
        Locale locale = request.locale();
        Table table = new Table(
                Column.text("month", messages.text(locale, "report.column.month")).drillTo("top-products", "month"),
                Column.of("orders", messages.text(locale, "report.column.orders"), Column.Type.NUMBER),
                Column.of("quantity", messages.text(locale, "report.column.quantity"), Column.Type.NUMBER),
                Column.of("amount", messages.text(locale, "report.column.amount"), Column.Type.MONEY),
                Column.text("currency", messages.text(locale, "report.column.currency")));
        for (ReportData.Sum sum : data.sales(List.of(By.MONTH, By.CURRENCY), Selection.filter(request.parameters()), 0)) {
            table.row(sum.keys().get(0), BigDecimal.valueOf(sum.orders()), number(sum.quantity()), money(sum.amount()), sum.keys().get(1));
        }
        return table.result(new Chart(Chart.Kind.LINE, "month", List.of("amount")));
    }
}
