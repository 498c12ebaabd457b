package io.amphora.report.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportResultJsonTest {
    @Test
    void namesTheValuesOfRowsAndTotals() {
        ReportResult result = new ReportResult(List.of(Column.text("month", "Monat").drillTo("top-products", "month"), Column.of("amount", "Betrag", Column.Type.MONEY)),
                List.of(List.of("2011-08", new BigDecimal("142.902"))), Arrays.asList(null, new BigDecimal("142.902")), new Chart(Chart.Kind.LINE, "month", List.of("amount")));

        ReportResultJson json = ReportResultJson.of("sales-by-month", result);

        assertThat(json.rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("month", "2011-08").containsEntry("amount", new BigDecimal("142.902")));
        assertThat(json.totals()).containsEntry("month", null).containsEntry("amount", new BigDecimal("142.902"));
        assertThat(json.columns().get(0).drill()).isEqualTo("top-products");
        assertThat(json.chart().series()).containsExactly("amount");
    }
}
