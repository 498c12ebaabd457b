package io.amphora.transfer.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.Order;
import io.amphora.transfer.api.FileFormat.DateOrder;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.core.SampleData;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files against what is known of them. */
class RealSalesTest {
    @Test
    void importsTheLargeRetailFileToTheCent() {
        FileImport file = FileImport.of(SampleData.file("sales/uci-online-retail/online_retail_2010-12_to_2011-08.csv.gz"), ImportKind.ORDER_LINES);

        Outcome check = file.check();
        assertThat(file.memory.orders).isEmpty();
        Outcome done = file.run();

        assertThat(done).usingRecursiveComparison().isEqualTo(check);
        assertThat(done.lines()).isEqualTo(320_705);
        assertThat(done.accepted()).isEqualTo(320_705);
        assertThat(done.amounts()).singleElement().satisfies(a -> {
            assertThat(a.currency()).isEqualTo("GBP");
            assertThat(a.total()).isEqualByComparingTo("5761931.382");
        });
        assertThat(done.effect("order").created() + done.effect("credit").created()).isEqualTo(16_459);
        assertThat(done.effect("credit").created()).isEqualTo(2_554);
        assertThat(done.effect("customer").created()).isEqualTo(3_360);
        assertThat(done.effect("product").created()).isEqualTo(3_774);
        theOrdersSayTheSame(file.memory);
    }

    private static void theOrdersSayTheSame(Memory memory) {
        assertThat(memory.orders).hasSize(16_459);
        assertThat(memory.orders.values()).filteredOn(o -> o.kind() == Order.Kind.CREDIT).hasSize(2_554);
        assertThat(sum(memory)).isEqualByComparingTo("5761931.382");
        assertThat(memory.orders.values().stream().mapToInt(o -> o.lines().size()).sum()).isEqualTo(320_705);
        assertThat(memory.orders.values().stream().filter(o -> o.customerId() == null).mapToInt(o -> o.lines().size()).sum()).isEqualTo(88_652);
        Map<String, BigDecimal> months = memory.orders.values().stream().collect(Collectors.toMap(o -> o.placedAt().atOffset(ZoneOffset.UTC).toString().substring(0, 7), RealSalesTest::total,
                BigDecimal::add));
        assertThat(months.get("2010-12")).isEqualByComparingTo("748957.02");
        assertThat(months.get("2011-08")).isEqualByComparingTo("682680.51");
        long best = memory.customers.get("14646").id();
        assertThat(memory.orders.values().stream().filter(o -> o.customerId() != null && o.customerId() == best).map(RealSalesTest::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("175638.94");
        assertThat(memory.products.get("POST").stocked()).isFalse();
        assertThat(memory.products.get("BANK CHARGES").stocked()).isFalse();
        assertThat(memory.products.get("gift_0001_20").stocked()).isFalse();
        assertThat(memory.products.get("85123A")).satisfies(p -> {
            assertThat(p.stocked()).isTrue();
            assertThat(p.name()).isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER");
        });
        assertThat(memory.customers).containsKey("17850");
    }

    @Test
    void importsOneDayOfRetail() {
        FileImport file = FileImport.of(SampleData.file("sales/uci-online-retail/2010-12-01.csv"), ImportKind.ORDER_LINES);

        Outcome done = file.run();

        assertThat(done.accepted()).isEqualTo(3_108);
        assertThat(done.amounts().get(0).total()).isEqualByComparingTo("58635.56");
        assertThat(file.memory.orders).hasSize(143);
        assertThat(done.effect("credit").created()).isEqualTo(6);
        assertThat(done.effect("customer").created()).isEqualTo(98);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmall_order_report.csv", "tmall_order_report.gbk.csv"})
    void importsTheTmallReportInEitherEncoding(String name) {
        FileImport file = FileImport.of(SampleData.file("sales/tmall/" + name), ImportKind.ORDER_LINES);

        Outcome done = file.run();

        assertThat(done.rejected()).isZero();
        assertThat(file.memory.orders).hasSize(28_010);
        assertThat(sum(file.memory)).isEqualByComparingTo("2995760.61");
        assertThat(done.amounts()).singleElement().satisfies(a -> assertThat(a.currency()).isEqualTo("CNY"));
        assertThat(file.memory.orders.values().stream().map(HistoricOrder::paid).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("1902487.15");
        assertThat(file.memory.orders.values().stream().map(HistoricOrder::refunded).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("572335.92");
        Map<String, Long> provinces = file.memory.orders.values().stream().collect(Collectors.groupingBy(o -> o.shipTo().region(), Collectors.counting()));
        assertThat(provinces).hasSize(31).containsEntry("上海", 3353L).containsEntry("广东省", 2463L).containsEntry("江苏省", 2126L);
        assertThat(file.memory.orders.values()).allMatch(o -> o.country().equals("中国") && o.customerId() == null);
    }

    @Test
    void importsShopifyOrdersToTheirTotal() {
        FileImport file = FileImport.of(SampleData.file("channels/shopify/orders_export.csv"), ImportKind.ORDER_LINES);

        Outcome done = file.run();

        assertThat(done.lines()).isEqualTo(64);
        assertThat(done.rejected()).isZero();
        assertThat(file.memory.orders).hasSize(26);
        assertThat(done.amounts()).singleElement().satisfies(a -> {
            assertThat(a.currency()).isEqualTo("INR");
            assertThat(a.total()).isEqualByComparingTo("288232.28");
        });
        assertThat(sum(file.memory)).isEqualByComparingTo("288232.28");
        assertThat(goods(file.memory)).isEqualByComparingTo("286766.00");
        assertThat(file.memory.products.get("TAX").stocked()).isFalse();
        HistoricOrder one = file.memory.orders.get("shopify\n#1051");
        assertThat(one.placedAt()).isEqualTo("2025-12-06T15:37:33Z");
        assertThat(one.customerName()).isEqualTo("Buyer One");
    }

    @Test
    void importsTheSuperstoreWithItsBritishDates() {
        FileImport file = FileImport.of(SampleData.file("sales/superstore/Sample - Superstore.csv"), ImportKind.ORDER_LINES);

        assertThat(file.analysis.format().dates()).isEqualTo(DateOrder.DMY);
        MemoryLedger ledger = new MemoryLedger(true);
        Outcome done = file.run(ledger, 1);

        assertThat(done.lines()).isEqualTo(10_194);
        assertThat(file.memory.orders).hasSize(5_111);
        assertThat(ledger.rejects).as("four orders name two customers each").allMatch(r -> r.problems().get(0).code().equals("transfer.customers"));
        BigDecimal aside = ledger.rejects.stream().map(r -> new BigDecimal(r.row().cell(17))).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum(file.memory).add(aside)).isEqualByComparingTo("2326534.3543");
        assertThat(file.memory.orders.get("import\nUS-2019-103800").shipTo().region()).isEqualTo("Texas");
    }

    private static BigDecimal sum(Memory memory) {
        return memory.orders.values().stream().map(RealSalesTest::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal goods(Memory memory) {
        return memory.orders.values().stream().flatMap(o -> o.lines().stream()).filter(l -> !Charges.CODES.contains(l.sku())).map(HistoricOrder.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(HistoricOrder order) {
        return order.lines().stream().map(HistoricOrder.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
