package io.amphora.report.core.templates;

import static io.amphora.report.core.templates.Table.money;
import static io.amphora.report.core.templates.Table.number;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportData.By;
import io.amphora.report.api.ReportData.Sum;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportInfo.Parameter;
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
import org.osgi.service.component.annotations.Component;

/** What sells best, by amount or by quantity. */
@Component(property = ReportTemplate.PROPERTY_ID + "=top-products")
public final class TopProducts implements ReportTemplate {
    private static final int MOST = 1000;

    private final ReportMessages messages = new ReportMessages();

    @Override
    public ReportInfo info(Locale locale) {
        List<Parameter> parameters = Selection.parameters(messages, locale, "month", "country");
        parameters.add(new Parameter("by", messages.text(locale, "report.parameter.by"), Parameter.Type.CHOICE, "amount", List.of("amount", "quantity")));
        parameters.add(new Parameter("limit", messages.text(locale, "report.parameter.limit"), Parameter.Type.NUMBER, "20", List.of()));
        return new ReportInfo(messages.text(locale, "report.top-products.title"), messages.text(locale, "report.top-products.description"), "vaadin:trophy", parameters);
    }

    @Override
    public ReportResult run(ReportRequest request, ReportData data) {
        Locale locale = request.locale();
        boolean byQuantity = request.parameters().get("by").equals("quantity");
        Table table = new Table(
                Column.text("sku", messages.text(locale, "report.column.sku")).drillTo("customers-by-country", "sku"),
                Column.text("product", messages.text(locale, "report.column.product")),
                Column.of("orders", messages.text(locale, "report.column.orders"), Column.Type.NUMBER),
                Column.of("quantity", messages.text(locale, "report.column.quantity"), Column.Type.NUMBER),
                Column.of("amount", messages.text(locale, "report.column.amount"), Column.Type.MONEY),
                Column.text("currency", messages.text(locale, "report.column.currency"))).withoutTotal("orders");
        for (Sum sum : best(request, data, byQuantity)) {
            String sku = sum.keys().get(0);
            table.row(sku, sum.label() == null ? sku : sum.label(), BigDecimal.valueOf(sum.orders()), number(sum.quantity()), money(sum.amount()), sum.keys().get(1));
        }
        return table.result(new Chart(Chart.Kind.HORIZONTAL_BAR, "product", List.of(byQuantity ? "quantity" : "amount")));
    }

    private static List<Sum> best(ReportRequest request, ReportData data, boolean byQuantity) {
        int limit = Integer.parseInt(request.parameters().get("limit"));
        if (limit < 1 || limit > MOST) {
            throw new AmphoraException.Invalid(Problem.of("limit", "report.limit", "must be between 1 and {0}, was {1}", MOST, limit));
        }
        List<By> by = List.of(By.SKU, By.CURRENCY);
        if (!byQuantity) {
            return data.sales(by, Selection.filter(request.parameters()), limit);
        }
        return data.sales(by, Selection.filter(request.parameters()), 0).stream()
                .sorted(Comparator.comparing(Sum::quantity).reversed().thenComparing(sum -> sum.keys().get(0))).limit(limit).toList();
    }
}
