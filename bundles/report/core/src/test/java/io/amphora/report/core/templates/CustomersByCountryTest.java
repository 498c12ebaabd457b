package io.amphora.report.core.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.report.api.ReportTemplate;
import io.amphora.report.test.ReportTemplateContract;
import io.amphora.report.test.SalesInMemory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersByCountryTest extends ReportTemplateContract {
    @Override
    protected ReportTemplate template() {
        return new CustomersByCountry();
    }

    @Test
    void countsKnownCustomersOnceAndAllOrders() throws Exception {
        assertThat(run(SalesInMemory.sample()).rows()).containsExactly(
                List.of("Norway", new BigDecimal("1"), new BigDecimal("1"), new BigDecimal("119.902"), "GBP"),
                List.of("France", new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("73.00"), "GBP"));
    }

    @Test
    void countsACustomerOfTwoCountriesOnceInTheTotal() throws Exception {
        var result = run(SalesInMemory.sample().sold("B-1", "2011-08-02T00:00:00Z", "TOY", "Toy", "1", "Ada", "Norway", "web", 1, "3.00"));

        assertThat(result.rows()).extracting(row -> row.get(1)).containsExactly(new BigDecimal("2"), new BigDecimal("2"));
        assertThat(result.totals().get(1)).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void showsTheCustomersOfOneCountry() throws Exception {
        var result = run(SalesInMemory.sample(), "country", "France");

        assertThat(result.rows()).containsExactly(
                List.of("1", "Ada", new BigDecimal("2"), new BigDecimal("40.00"), "GBP"),
                List.of("3", "Chen", new BigDecimal("1"), new BigDecimal("30.00"), "GBP"),
                Arrays.asList(null, null, new BigDecimal("1"), new BigDecimal("3.00"), "GBP"));
        assertThat(result.columns().get(0).drill()).isEqualTo("orders");
    }

    @Test
    void tellsWhoBoughtOneProduct() throws Exception {
        assertThat(run(SalesInMemory.sample(), "sku", "LAMP").rows()).extracting(row -> row.get(0)).containsExactly("Norway");
    }
}
