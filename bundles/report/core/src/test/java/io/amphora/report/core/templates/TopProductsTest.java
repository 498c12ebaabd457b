package io.amphora.report.core.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.report.api.ReportTemplate;
import io.amphora.report.test.ReportTemplateContract;
import io.amphora.report.test.SalesInMemory;
import org.junit.jupiter.api.Test;

class TopProductsTest extends ReportTemplateContract {
    @Override
    protected ReportTemplate template() {
        return new TopProducts();
    }

    @Test
    void ranksByAmount() throws Exception {
        assertThat(run(SalesInMemory.sample()).rows()).extracting(row -> row.get(0)).containsExactly("LAMP", "MUG", "TOY");
    }

    @Test
    void ranksByQuantity() throws Exception {
        var result = run(SalesInMemory.sample(), "by", "quantity", "limit", "2");

        assertThat(result.rows()).extracting(row -> row.get(0)).containsExactly("TOY", "MUG");
        assertThat(result.chart().series()).containsExactly("quantity");
    }

    @Test
    void keepsToOneMonth() throws Exception {
        assertThat(run(SalesInMemory.sample(), "month", "2011-07").rows()).extracting(row -> row.get(0)).containsExactly("MUG");
    }

    @Test
    void doesNotAddUpOrdersThatHaveSeveralProducts() throws Exception {
        var result = run(SalesInMemory.sample());

        assertThat(result.totals().get(2)).isNull();
        assertThat(result.totals().get(4)).hasToString("192.902");
    }
}
