package io.amphora.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillTest {
    private static final ReportResult MONTHS = result(Column.text("month", "Month").drillTo("top-products", "month"));
    private static final ReportResult PRODUCTS = result(Column.text("sku", "SKU").drillTo("customers-by-country", "sku"));
    private static final ReportResult CUSTOMERS = result(Column.text("customer", "Customer").drillTo("orders", "customer"));

    @Test
    void keepsParametersAndTheWayInTheAddress() {
        Drill months = Drill.of("sales-by-month", QueryParameters.fromString("channel=web"));

        Drill products = follow(months, MONTHS, "2011-08");
        Drill countries = follow(products, PRODUCTS, "MUG & Co");

        assertThat(countries.report()).isEqualTo("customers-by-country");
        assertThat(countries.parameters()).isEqualTo(Map.of("channel", "web", "month", "2011-08", "sku", "MUG & Co"));
        assertThat(countries.back(1)).isEqualTo(products);
        assertThat(countries.back(0)).isEqualTo(months);
    }

    @Test
    void leadsToTheOrdersOfACustomerInThatMonth() {
        Drill customers = Drill.of("customers-by-country", QueryParameters.fromString("month=2011-02&sku=MUG&country=France"));

        Drill.Target orders = customers.into(CUSTOMERS, List.of("17")).orElseThrow();

        assertThat(orders.path()).isEqualTo("orders");
        assertThat(orders.query().getParameters()).containsOnlyKeys("customer", "country", "from", "to")
                .containsEntry("from", List.of("2011-02-01")).containsEntry("to", List.of("2011-02-28")).containsEntry("customer", List.of("17"));
    }

    @Test
    void leadsNowhereFromARowWithoutAValue() {
        assertThat(Drill.of("x", QueryParameters.empty()).into(CUSTOMERS, Arrays.asList((Object) null))).isEmpty();
    }

    @Test
    void ignoresAWayThatWasWrittenByHand() {
        assertThat(Drill.of("x", QueryParameters.fromString("via=,,a,:,b:c")).via()).containsExactly(new Drill.Step("", ""), new Drill.Step("b", "c"));
    }

    private static Drill follow(Drill from, ReportResult result, String value) {
        Drill.Target target = from.into(result, List.of(value)).orElseThrow();
        return Drill.of(target.path().substring("report/".length()), QueryParameters.fromString(target.query().getQueryString()));
    }

    private static ReportResult result(Column column) {
        return new ReportResult(List.of(column), List.of(), null, null);
    }
}
