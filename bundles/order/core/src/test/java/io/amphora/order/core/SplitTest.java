package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class SplitTest {
    private static final Actor SALES = new Actor("sam", "Sam", Set.of("order.read", "order.cancel"));
    private static final BigDecimal TWO = new BigDecimal("2");

    private OrderFixture orders;
    private TestDatabase db;
    private Order order;
    private long line;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "5", "9.9999").with("SKU-2", "1").build());
        order = orders.actions.assign(ALL, placed.id(), placed.version(), 1, null, null);
        line = order.lines().get(0).id();
    }

    private Order cancel(String quantity) {
        return orders.actions.cancelPart(SALES, order.id(), order.version(), line, new BigDecimal(quantity), "too many");
    }

    @TestTemplate
    void cancelsPartOfALineAndFreesItsStock() {
        Order after = cancel("2");

        assertThat(after.lines()).extracting(Order.Line::position, l -> l.quantity().toPlainString(), Order.Line::status).containsExactly(tuple(1, "3", LineStatus.ASSIGNED),
                tuple(2, "1", LineStatus.ASSIGNED), tuple(3, "2", LineStatus.CANCELLED));
        assertThat(after.total()).isEqualTo(Money.of("40.00", "EUR"));
        assertThat(after.status()).isEqualTo(OrderStatus.ASSIGNED);
        assertThat(orders.twins.stock.held.get(line).quantity()).isEqualByComparingTo("3");
        assertThat(orders.twins.stock.held).hasSize(2);
        assertThat(orders.queries.find(ALL, order.id())).isEqualTo(after);
        assertThat(orders.queries.timeline(ALL, order.id(), PageRequest.first(4)).items()).extracting(TimelineEntry::what, TimelineEntry::note).contains(tuple("cancelled", "too many"),
                tuple("split", null));
        assertThat(db.events()).extracting(Event::topic).endsWith("order.cancelled");
    }

    @TestTemplate
    void theWholeQuantityCancelsTheLineAndMoreIsRefused() {
        assertThatThrownBy(() -> cancel("5.001")).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("quantity"));
        assertThatThrownBy(() -> cancel("0")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> orders.actions.cancelPart(SALES, order.id(), order.version(), line, TWO, " ")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> orders.actions.cancelPart(SALES, order.id(), order.version(), -1, TWO, "x")).isInstanceOf(AmphoraException.Refused.class);

        Order after = cancel("5");

        assertThat(after.lines()).hasSize(2);
        assertThat(after.lines().get(0).status()).isEqualTo(LineStatus.CANCELLED);
        assertThatThrownBy(() -> cancel("1")).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void partsGoTheirWaysInSeveralDeliveries() {
        Order split = orders.actions.split(ALL, order.id(), order.version(), line, TWO);
        Set<Long> ahead = Set.of(split.lines().get(2).id());
        Order picked = orders.actions.pick(ALL, split.id(), split.version(), ahead);
        Order shipped = orders.actions.ship(ALL, picked.id(), picked.version(), ahead, "DHL", "1");

        assertThat(split.total()).isEqualTo(order.total());
        assertThat(split.lines().get(0).amount().plus(split.lines().get(2).amount())).isEqualTo(order.lines().get(0).amount());
        assertThat(shipped.status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(shipped.shipments().get(0).lineIds()).containsExactlyElementsOf(ahead);
        assertThatThrownBy(() -> orders.actions.cancelPart(ALL, shipped.id(), shipped.version(), ahead.iterator().next(), BigDecimal.ONE, "x")).isInstanceOf(AmphoraException.Refused.class);
        assertThat(orders.queries.find(ALL, order.id())).isEqualTo(shipped);
        Order arrived = orders.actions.deliver(ALL, shipped.id(), shipped.version(), ahead);
        assertThatThrownBy(() -> orders.actions.split(ALL, arrived.id(), arrived.version(), ahead.iterator().next(), BigDecimal.ONE)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void closesTheRestOfALineShort() {
        Order split = orders.actions.split(ALL, order.id(), order.version(), line, TWO);
        Order picked = orders.actions.pick(ALL, split.id(), split.version(), Set.of(line));
        Order closed = orders.actions.cancel(ALL, picked.id(), picked.version(), Set.of(split.lines().get(1).id(), split.lines().get(2).id()), "not to be had");
        Order shipped = orders.actions.ship(ALL, closed.id(), closed.version(), Set.of(), null, null);

        assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipped.total()).isEqualTo(Money.of("30.00", "EUR"));
        assertThat(orders.twins.stock.held).isEmpty();
    }

    @TestTemplate
    void whoMayNotIsRefused() {
        assertThatThrownBy(() -> orders.actions.split(SALES, order.id(), order.version(), line, TWO)).isInstanceOf(AmphoraException.NotPermitted.class);
        Actor warehouse = new Actor("wang", "Wang", Set.of("order.fulfil"));
        assertThatThrownBy(() -> orders.actions.cancelPart(warehouse, order.id(), order.version(), line, TWO, "x")).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> orders.actions.split(warehouse, order.id(), order.version(), line, new BigDecimal("5"))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void copyIsADraftAtTodaysPrices() {
        Order part = cancel("2");
        orders.twins.product("SKU-2", "12.00", true, true);

        Order copy = orders.entry.copy(ALL, part.id(), "console");

        assertThat(copy.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(copy.customerId()).isEqualTo(1);
        assertThat(copy.lines()).extracting(Order.Line::sku, l -> l.quantity().toPlainString(), l -> l.unitPrice().toString()).containsExactly(tuple("SKU-1", "3", "10.00 EUR"),
                tuple("SKU-2", "1", "12.00 EUR"));
        assertThat(orders.queries.find(ALL, copy.id())).isEqualTo(copy);
        assertThat(orders.queries.timeline(ALL, copy.id(), PageRequest.first(5)).items()).extracting(TimelineEntry::what, TimelineEntry::after).contains(tuple("copied", part.number()));
        assertThatThrownBy(() -> orders.entry.copy(SALES, part.id(), "console")).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
