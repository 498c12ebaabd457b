package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.SalesFacts.Dimension;
import io.amphora.order.api.SalesFacts.Filter;
import io.amphora.order.api.SalesFacts.Sum;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Usage;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class HistoricOrdersTest {
    private OrderFixture orders;
    private HistoricOrdersService history;
    private SalesFactsService sales;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
        history = new HistoricOrdersService(orders.tx, db.outbox());
        sales = new SalesFactsService(orders.tx);
    }

    private static HistoricOrder.Line line(String sku, String name, String quantity, String price) {
        BigDecimal q = new BigDecimal(quantity);
        BigDecimal p = new BigDecimal(price);
        return new HistoricOrder.Line(sku, name, q, p, q.multiply(p));
    }

    private static HistoricOrder sale(String number, String at, Long customer, String country, HistoricOrder.Line... lines) {
        return new HistoricOrder("shop", number, Order.Kind.SALE, customer, customer == null ? null : "Customer " + customer, country, "GBP", null, OrderStatus.COMPLETED, Instant.parse(at),
                List.of(lines));
    }

    private static HistoricOrder credit(String number, String at, HistoricOrder.Line... lines) {
        return new HistoricOrder("shop", number, Order.Kind.CREDIT, 1L, "Customer 1", "Norway", "GBP", null, OrderStatus.CANCELLED, Instant.parse(at), List.of(lines));
    }

    private void twoMonths() {
        history.save(ALL, 7, List.of(
                sale("536365", "2010-12-01T08:26:00Z", 1L, "Norway", line("A", "WHITE HANGING", "6", "2.55"), line("B", "LANTERN", "0", "3.39"), line("A", "WHITE HANGING", "1", "2.551")),
                sale("536366", "2010-12-31T23:59:59Z", 2L, "France", line("A", "white", "10", "0.001")),
                sale("536367", "2011-01-01T00:00:00Z", null, null, line("M", null, "-1", "-11062.06")),
                credit("C536379", "2011-01-02T09:41:00Z", line("A", "", "-6", "2.55"))));
    }

    @TestTemplate
    void keepsNumberDatesAndEveryTenthOfACent() {
        twoMonths();

        Order first = orders.queries.findByNumber(ALL, "536365").orElseThrow();
        assertThat(first.total()).isEqualTo(Money.of("17.851", "GBP"));
        assertThat(first.placedAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
        assertThat(first.historic()).isTrue();
        assertThat(first.possible()).isEmpty();
        assertThat(first.lines()).extracting(Order.Line::position, Order.Line::sku).containsExactly(tuple(1, "A"), tuple(2, "B"), tuple(3, "A"));
        Order credit = orders.queries.findByNumber(ALL, "c536379").orElseThrow();
        assertThat(credit.kind()).isEqualTo(Order.Kind.CREDIT);
        assertThat(credit.total()).isEqualTo(Money.of("-15.30", "GBP"));
        assertThat(orders.queries.timeline(ALL, first.id(), PageRequest.first(5)).items()).extracting(t -> t.what()).containsExactly("imported");
        assertThat(db.events()).extracting(Event::topic, Event::key).containsExactly(tuple("order.imported", "7"));
        assertThat(orders.queries.list(ALL, new OrderFilter("5363", null, null, null, null, null, null, null, true), PageRequest.first(9)).items()).extracting(OrderRow::number)
                .containsExactly("536367", "536366", "536365");
    }

    @TestTemplate
    void piecesOfOneOrderComeTogetherWithinARun() {
        HistoricOrder a = sale("1", "2011-01-01T00:00:00Z", 1L, "Norway", line("A", "a", "1", "1"));
        HistoricOrder b = sale("1", "2011-01-01T00:00:00Z", 1L, "Norway", line("B", "b", "1", "2"));

        history.save(ALL, 1, List.of(a, b));
        history.save(ALL, 1, List.of(b));
        Set<String> left = history.save(ALL, 2, List.of(a, sale("2", "2011-01-01T00:00:00Z", 1L, "Norway", line("A", "a", "1", "1"))));

        Order o = orders.queries.findByNumber(ALL, "1").orElseThrow();
        assertThat(o.lines()).extracting(Order.Line::position, Order.Line::sku).containsExactly(tuple(1, "A"), tuple(2, "B"), tuple(3, "B"));
        assertThat(o.total()).isEqualTo(Money.of("5", "GBP"));
        assertThat(left).containsExactly("1");
        assertThat(history.existing("shop", List.of("1", "2", "3"), 2)).containsExactly("1");
        assertThat(history.existing("other", List.of("1"), 2)).isEmpty();
    }

    @TestTemplate
    void undoTakesBackOneRunOnly() {
        twoMonths();
        history.save(ALL, 8, List.of(sale("9", "2011-01-01T00:00:00Z", 1L, "Norway", line("A", "a", "1", "1"))));

        assertThat(history.undo(ALL, 7)).isEqualTo(4);

        assertThat(orders.queries.list(ALL, OrderFilter.ALL, PageRequest.first(10)).items()).extracting(OrderRow::number).containsExactly("9");
        assertThat(sales.sums(ALL, List.of(Dimension.SKU), Filter.ALL, 0)).hasSize(1);
        assertThat(history.undo(ALL, 7)).isZero();
    }

    @TestTemplate
    void undoLeavesWhatIsNamedElsewhereByNowAndGoesOnBehindIt() {
        List<HistoricOrder> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            many.add(sale("N" + i, "2011-01-01T00:00:00Z", 1L, "Norway", line("A", "a", "1", "1")));
        }
        history.save(ALL, 7, many);
        Set<String> paid = Set.of("N0", "N210", "N449");
        Usage payments = new Usage() {
            @Override
            public String name() {
                return "payments";
            }

            @Override
            public Set<String> used(String kind, Collection<String> keys) {
                return kind.equals(ORDER) ? keys.stream().filter(k -> paid.contains(orders.queries.find(ALL, Long.parseLong(k)).number())).collect(Collectors.toSet()) : Set.of();
            }
        };
        HistoricOrders.Undone undone = new HistoricOrdersService(orders.tx, db.outbox(), List.of(payments, new OrderUsage(orders.tx))).takeBack(ALL, 7);
        assertThat(undone.deleted()).isEqualTo(447);
        assertThat(undone.stay()).containsOnlyKeys("payments");
        assertThat(undone.stay().get("payments")).containsExactlyInAnyOrderElementsOf(paid);
        assertThat(orders.queries.findByNumber(ALL, "N210")).hasValueSatisfying(o -> assertThat(o.lines()).hasSize(1));
    }

    @TestTemplate
    void refusesWhatTheDatabaseWouldCut() {
        HistoricOrder wrong = sale("x".repeat(61), "2011-01-01T00:00:00Z", 1L, "Norway", line("A", "a", "1", "1.23456"), line("", "a", "1", "1"));

        assertThatThrownBy(() -> history.save(ALL, 1, List.of(wrong))).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field)
                .containsExactly("orders[0].number", "orders[0].lines[0].unitPrice", "orders[0].lines[0].amount", "orders[0].lines[1].sku"));
    }

    @TestTemplate
    void nothingCanBeDoneToThePast() {
        twoMonths();
        Order first = orders.queries.findByNumber(ALL, "536365").orElseThrow();

        assertThatThrownBy(() -> orders.actions.cancel(ALL, first.id(), first.version(), Set.of(), "no")).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void sumsByEveryDimension() {
        twoMonths();

        assertThat(sales.sums(ALL, List.of(Dimension.MONTH), Filter.ALL, 0)).extracting(s -> s.keys().get(0), s -> s.amount().stripTrailingZeros().toPlainString(), Sum::orders, Sum::lines)
                .containsExactly(tuple("2010-12", "17.861", 2L, 4L), tuple("2011-01", "11046.76", 2L, 2L));
        assertThat(sales.sums(ALL, List.of(Dimension.SKU), Filter.ALL, 2)).extracting(s -> s.keys().get(0), Sum::label, Sum::orders)
                .containsExactly(tuple("M", "M", 1L), tuple("A", "white", 3L));
        assertThat(sales.sums(ALL, List.of(Dimension.CUSTOMER, Dimension.CURRENCY), Filter.ALL, 0)).extracting(Sum::keys, Sum::label)
                .containsExactly(tuple(List.of("", "GBP"), null), tuple(List.of("1", "GBP"), "Customer 1"), tuple(List.of("2", "GBP"), "Customer 2"));
        assertThat(sales.sums(ALL, List.of(Dimension.COUNTRY), new Filter(null, null, "A", null, null, "shop", "GBP"), 0)).extracting(s -> s.keys().get(0)).containsExactly("France", "Norway");
        assertThat(sales.sums(ALL, List.of(Dimension.DAY), new Filter(Instant.parse("2010-12-31T00:00:00Z"), Instant.parse("2011-01-02T00:00:00Z"), null, null, null, null, null), 0))
                .extracting(s -> s.keys().get(0)).containsExactly("2010-12-31", "2011-01-01");
    }

    @TestTemplate
    void salesLeaveOutDraftsAndWhatWasCancelled() {
        orders.entry.draft(ALL, anOrder().with("SKU-1", "1").build());
        Order half = orders.entry.place(ALL, anOrder().with("SKU-1", "1").with("SKU-2", "1").build());
        orders.actions.cancel(ALL, half.id(), half.version(), Set.of(half.lines().get(0).id()), "no");

        assertThat(sales.sums(ALL, List.of(Dimension.SKU, Dimension.CHANNEL), Filter.ALL, 0)).extracting(Sum::keys).containsExactly(List.of("SKU-2", "rest"));
    }

    @TestTemplate
    void addsUpAsExactlyAsABigDecimal() {
        List<HistoricOrder> many = new ArrayList<>();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 300; i++) {
            HistoricOrder.Line l = line("S" + i % 17, "n", String.valueOf(i % 7 - 3), "0.00" + i % 10);
            expected = expected.add(l.amount()).add(l.amount());
            many.add(sale("N" + i, "2011-03-0" + (1 + i % 9) + "T10:00:00Z", 1L, "Norway", l, l));
        }
        history.save(ALL, 3, many);

        assertThat(sales.sums(ALL, List.of(Dimension.CURRENCY), Filter.ALL, 0).get(0).amount()).isEqualByComparingTo(expected);
        assertThat(orders.queries.turnover(ALL, null, null).get(0).amount()).isEqualByComparingTo(expected);
        assertThat(orders.queries.turnover(ALL, null, null).get(0).orders()).isEqualTo(300);
    }
}
