package io.amphora.ext.report.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.report.api.ReportTemplate;
import io.amphora.report.test.ReportTemplateContract;
import io.amphora.report.test.SalesInMemory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AbcReportTest extends ReportTemplateContract {
    @Override
    protected ReportTemplate template() {
        return new AbcReport();
    }

    @Test
    void putsProductsIntoClassesByCumulativeShare() throws Exception {
        SalesInMemory sales = new SalesInMemory()
                .sold("1", "2011-08-01T00:00:00Z", "BIG", "Big", "1", "Ada", "France", "web", 1, "70.00")
                .sold("1", "2011-08-01T00:00:00Z", "NEXT", "Next", "1", "Ada", "France", "web", 1, "20.00")
                .sold("1", "2011-08-01T00:00:00Z", "MID", "Mid", "1", "Ada", "France", "web", 1, "6.00")
                .sold("1", "2011-08-01T00:00:00Z", "SMALL", "Small", "1", "Ada", "France", "web", 1, "4.00")
                .sold("2", "2011-08-01T00:00:00Z", "BACK", "Back", "1", "Ada", "France", "web", -1, "-9.00");

        var result = run(sales);

        assertThat(result.rows()).extracting(row -> row.get(0) + " " + row.get(6)).containsExactly("BIG A", "NEXT A", "MID B", "SMALL C", "BACK C");
        assertThat(result.rows()).extracting(row -> (BigDecimal) row.get(5)).usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.7"), new BigDecimal("0.9"), new BigDecimal("0.96"), BigDecimal.ONE, BigDecimal.ONE);
        assertThat((BigDecimal) result.totals().get(3)).isEqualByComparingTo("91");
    }

    @Test
    void keepsToThePeriod() throws Exception {
        assertThat(run(SalesInMemory.sample(), "from", "2011-07-01", "to", "2011-07-31").rows()).extracting(row -> row.get(0)).containsExactly("MUG");
    }

    @Test
    void namesLimitsThatDoNotGoTogether() {
        assertThatThrownBy(() -> run(SalesInMemory.sample(), "a", "0", "b", "101")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(p -> p.field()).containsExactly("a", "b"));
        assertThatThrownBy(() -> run(SalesInMemory.sample(), "a", "90", "b", "80")).hasMessageContaining("b: must be above 90");
    }
}
