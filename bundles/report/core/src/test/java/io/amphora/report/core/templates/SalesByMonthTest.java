package io.amphora.report.core.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportTemplate;
import io.amphora.report.test.ReportTemplateContract;
import io.amphora.report.test.SalesInMemory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesByMonthTest extends ReportTemplateContract {
    @Override
    protected ReportTemplate template() {
        return new SalesByMonth();
    }

    @Test
    void sumsMonthsAndTakesCreditsOff() throws Exception {
        ReportResult result = run(SalesInMemory.sample());

        assertThat(result.rows()).containsExactly(
                List.of("2011-07", new BigDecimal("1"), new BigDecimal("10"), new BigDecimal("50.00"), "GBP"),
                List.of("2011-08", new BigDecimal("4"), new BigDecimal("113"), new BigDecimal("142.902"), "GBP"));
        assertThat(result.totals()).isEqualTo(Arrays.asList(null, new BigDecimal("5"), new BigDecimal("123"), new BigDecimal("192.902"), "GBP"));
        assertThat(result.columns().get(0).drill()).isEqualTo("top-products");
    }

    @Test
    void takesTheLastDayWhole() throws Exception {
        assertThat(run(SalesInMemory.sample(), "from", "2011-07-01", "to", "2011-07-31").rows()).extracting(row -> row.get(0)).containsExactly("2011-07");
    }

    @Test
    void keepsToOneChannel() throws Exception {
        assertThat(run(SalesInMemory.sample(), "channel", "shop").rows()).extracting(row -> row.get(3)).containsExactly(new BigDecimal("119.902"));
    }

    @Test
    void addsNoAmountsOfDifferentCurrencies() throws Exception {
        ReportResult result = run(SalesInMemory.sample().sold(new SalesInMemory.Line("T-1", Instant.parse("2011-08-02T00:00:00Z"), "TEA", "Tea", "4", "Dai", "China", "tmall",
                BigDecimal.ONE, new BigDecimal("88"), "CNY")));

        assertThat(result.rows()).hasSize(3);
        assertThat(result.totals()).isEqualTo(Arrays.asList(null, new BigDecimal("6"), new BigDecimal("124"), null, null));
    }
}
