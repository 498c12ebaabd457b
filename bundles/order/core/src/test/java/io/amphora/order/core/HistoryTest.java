package io.amphora.order.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.PageRequest;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.SalesFacts;
import io.amphora.order.api.SalesFacts.Dimension;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class HistoryTest {
    private OrderFixture orders;
    private HistoricOrdersService history;
    private SalesFactsService facts;

    @BeforeEach
    void setUp(TestDatabase db) {
        orders = new OrderFixture(db);
        history = new HistoricOrdersService(orders.tx, db.outbox());
        facts = new SalesFactsService(orders.tx);
    }

    private static HistoricOrder past(String source, String number, String day, String country, String... lines) {
        List<HistoricOrder.Line> all = new ArrayList<>();
        for (String line : lines) {
            String[] l = line.split(" ");
            all.add(new HistoricOrder.Line(l[0], "Name of " + l[0], new BigDecimal(l[1]), new BigDecimal(l[2]), new BigDecimal(l[1]).multiply(new BigDecimal(l[2]))));
        }
        Order.Kind kind = number.startsWith("C") ? Order.Kind.CREDIT : Order.Kind.SALE;
        return new HistoricOrder(source, number, kind, null, "Somebody", country, "GBP", null, OrderStatus.COMPLETED, Instant.parse(day + "T10:00:00Z"), all);
    }

    private BigDecimal total(String source) {
        return facts.sums(OrderFixture.ALL, List.of(Dimension.CHANNEL), new SalesFacts.Filter(null, null, null, null, null, source, null), 0).get(0).amount();
    }

    @TestTemplate
    void keepsNumbersDatesAndExactSums() {
        history.save(OrderFixture.ALL, 1, List.of(past("h1", "536365", "2010-12-01", "United Kingdom", "A 6 2.55", "B 3 0.001"), past("h1", "C536379", "2010-12-02", "France", "A -1 2.55")));

        assertThat(total("h1")).isEqualByComparingTo("12.753");
        Order order = orders.queries.findByNumber(OrderFixture.ALL, "C536379").orElseThrow();
        assertThat(order.historic()).isTrue();
        assertThat(order.kind()).isEqualTo(Order.Kind.CREDIT);
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2010-12-02T10:00:00Z"));
        assertThat(order.possible()).isEmpty();
        assertThat(orders.queries.timeline(OrderFixture.ALL, order.id(), PageRequest.first(5)).items()).extracting("what").containsExactly("imported");
    }

    @TestTemplate
    void sameRunAppendsLinesAnEarlierRunIsLeftAlone() {
        history.save(OrderFixture.ALL, 2, List.of(past("h2", "1", "2011-01-05", "Spain", "A 1 1")));
        history.save(OrderFixture.ALL, 2, List.of(past("h2", "1", "2011-01-05", "Spain", "B 2 1")));

        assertThat(history.save(OrderFixture.ALL, 3, List.of(past("h2", "1", "2011-01-05", "Spain", "C 9 9"), past("h2", "2", "2011-01-05", "Spain", "C 1 1")))).containsExactly("1");
        assertThat(history.existing("h2", List.of("1", "2", "3"), 3)).containsExactly("1");
        Order order = orders.queries.findByNumber(OrderFixture.ALL, "1").orElseThrow();
        assertThat(order.lines()).extracting(Order.Line::position).containsExactly(1, 2);
        assertThat(order.total().amount()).isEqualByComparingTo("3");
        assertThat(total("h2")).isEqualByComparingTo("4");
    }

    @TestTemplate
    void undoTakesARunBackAndNothingElse() {
        history.save(OrderFixture.ALL, 4, List.of(past("h4", "1", "2011-01-05", "Spain", "A 1 1"), past("h4", "2", "2011-01-05", "Spain", "A 1 1")));
        history.save(OrderFixture.ALL, 5, List.of(past("h4", "3", "2011-01-05", "Spain", "A 1 5")));

        assertThat(history.undo(OrderFixture.ALL, 4)).isEqualTo(2);

        assertThat(total("h4")).isEqualByComparingTo("5");
        assertThat(orders.queries.list(OrderFixture.ALL, new OrderFilter(null, null, "h4", null, null, null, null, null, null), PageRequest.first(10)).items()).hasSize(1);
    }

    @TestTemplate
    void sumsByMonthDayProductAndCountry() {
        history.save(OrderFixture.ALL, 6, List.of(past("h6", "1", "2011-01-05", "Spain", "A 1 10", "B 1 1"), past("h6", "2", "2011-01-06", "Spain", "A 2 10"), past("h6", "3", "2011-02-01", "Norway", "B 5 1")));
        SalesFacts.Filter h6 = new SalesFacts.Filter(null, null, null, null, null, "h6", null);

        assertThat(facts.sums(OrderFixture.ALL, List.of(Dimension.MONTH), h6, 0)).extracting(s -> s.keys().get(0) + " " + s.amount().toPlainString() + " " + s.orders())
                .containsExactly("2011-01 31 2", "2011-02 5 1");
        assertThat(facts.sums(OrderFixture.ALL, List.of(Dimension.SKU), h6, 1)).singleElement()
                .satisfies(s -> assertThat(s).extracting(SalesFacts.Sum::label, x -> x.quantity().intValue()).containsExactly("Name of A", 3));
        assertThat(facts.sums(OrderFixture.ALL, List.of(Dimension.COUNTRY, Dimension.DAY), h6, 0)).extracting(SalesFacts.Sum::keys)
                .containsExactly(List.of("Norway", "2011-02-01"), List.of("Spain", "2011-01-05"), List.of("Spain", "2011-01-06"));
        SalesFacts.Filter january = new SalesFacts.Filter(Instant.parse("2011-01-06T00:00:00Z"), Instant.parse("2011-02-01T00:00:00Z"), null, null, null, "h6", null);
        assertThat(facts.sums(OrderFixture.ALL, List.of(Dimension.CHANNEL), january, 0).get(0).amount()).isEqualByComparingTo("20");
    }

    @TestTemplate
    void liveOrdersCountUnlessCancelled() {
        Order kept = orders.entry.place(OrderFixture.ALL, OrderFixture.anOrder().channel("h7").with("SKU-1", "2").build());
        Order gone = orders.entry.place(OrderFixture.ALL, OrderFixture.anOrder().channel("h7").with("SKU-1", "5").build());
        orders.actions.cancel(OrderFixture.ALL, gone.id(), gone.version(), java.util.Set.of(), "wrong");

        assertThat(total("h7")).isEqualByComparingTo(kept.total().amount());
    }
}
