package io.amphora.order.core;

import static io.amphora.order.core.EntryFixture.DAY;
import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Promise;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class PromiseTest {
    private EntryFixture entry;
    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        entry = new EntryFixture(db);
        orders = entry.orders;
    }

    private Order placed() {
        return orders.entry.place(ALL, anOrder().with("SKU-1", "2").with("SKU-2", "1").build());
    }

    private Order promise(Order order, LocalDate day, String reason, Long... lines) {
        return entry.dates.promise(ALL, order.id(), order.version(), Set.of(lines), day, reason);
    }

    @TestTemplate
    void firstPromiseStaysAndTheTimelineSaysWhyItSlipped() {
        Order first = promise(placed(), DAY.plusDays(3), null);
        Order later = promise(first, DAY.plusDays(9), "supplier is late");

        assertThat(later.promise()).isEqualTo(new Promise(DAY.plusDays(3), DAY.plusDays(9)));
        assertThat(later.promise().slipped()).isTrue();
        assertThat(orders.queries.find(ALL, later.id())).isEqualTo(later);
        TimelineEntry told = orders.queries.timeline(ALL, later.id(), PageRequest.first(1)).items().get(0);
        assertThat(told).extracting(TimelineEntry::what, TimelineEntry::before, TimelineEntry::after, TimelineEntry::note).containsExactly("promised", DAY.plusDays(3).toString(),
                DAY.plusDays(9).toString(), "supplier is late");
    }

    @TestTemplate
    void anotherDayNeedsAReasonAndNoneIsInThePast() {
        Order first = promise(placed(), DAY.plusDays(3), null);

        assertThatThrownBy(() -> promise(first, DAY.plusDays(9), " ")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("reason"));
        assertThatThrownBy(() -> promise(first, DAY.minusDays(1), "x")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> promise(first, null, "x")).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void lineHasItsOwnAndKeepsItWhenItIsSplit() {
        Order order = placed();
        long line = order.lines().get(0).id();
        Order promised = promise(promise(order, DAY.plusDays(3), null), DAY.plusDays(20), null, line);
        Order split = orders.actions.split(ALL, promised.id(), promised.version(), line, BigDecimal.ONE);

        assertThat(split.lines()).extracting(l -> l.promise().current()).containsExactly(DAY.plusDays(20), null, DAY.plusDays(20));
        assertThat(split.due()).isEqualTo(DAY.plusDays(3));
        assertThatThrownBy(() -> promise(split, DAY, null, -5L)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void lateIsWhatWasPromisedAndHasNotLeft() {
        Order onTime = promise(placed(), DAY.plusDays(30), null);
        Order late = promise(placed(), DAY.plusDays(1), null);
        Order lateLine = placed();
        lateLine = promise(lateLine, DAY.plusDays(2), null, lateLine.lines().get(1).id());
        Order gone = ship(promise(placed(), DAY.plusDays(1), null));
        Order cancelled = promise(placed(), DAY.plusDays(1), null);
        orders.actions.cancel(ALL, cancelled.id(), cancelled.version(), Set.of(), "no");
        LocalDate now = DAY.plusDays(5);

        assertThat(late(OrderFilter.late(now))).containsExactlyInAnyOrder(late.id(), lateLine.id());
        assertThat(late(OrderFilter.late(DAY.plusDays(31)))).contains(onTime.id()).doesNotContain(gone.id(), cancelled.id());
        assertThat(late(new OrderFilter(null, null, null, 1L, null, null, null, null, null, null, null, now))).containsExactlyInAnyOrder(late.id(), lateLine.id());
        assertThat(late(new OrderFilter(null, Set.of(OrderStatus.COMPLETED), null, 1L, null, null, null, null, null, null, null, now))).isEmpty();
        assertThat(orders.queries.count(ALL, OrderFilter.late(now), 10)).isEqualTo(2);
        assertThatThrownBy(() -> promise(gone, DAY.plusDays(3), "x")).isInstanceOf(AmphoraException.Refused.class);
    }

    private List<Long> late(OrderFilter filter) {
        return orders.queries.list(ALL, filter, PageRequest.first(20)).items().stream().map(OrderRow::id).toList();
    }

    private Order ship(Order order) {
        Order assigned = orders.actions.assign(ALL, order.id(), order.version(), 1, null, "test");
        Order picked = orders.actions.pick(ALL, assigned.id(), assigned.version(), Set.of());
        return orders.actions.ship(ALL, picked.id(), picked.version(), Set.of(), null, null);
    }
}
