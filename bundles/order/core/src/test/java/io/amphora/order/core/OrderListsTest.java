package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries.Turnover;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class OrderListsTest {
    private final List<Order> placed = new ArrayList<>();
    private OrderFixture orders;

    @BeforeEach
    void fortyOrders(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
        for (int i = 0; i < 40; i++) {
            var order = anOrder().channel(i % 3 == 0 ? "rest" : "console").customer(i % 4 == 0 ? 2L : 1L).reference("PO-" + i)
                    .shipTo(i % 5 == 0 ? new Address("Bob", "1 Rue", "Paris", null, null, "France") : null).with("SKU-1", "1").build();
            Order o = i % 7 == 0 ? orders.entry.draft(ALL, order) : orders.entry.place(ALL, order);
            placed.add(i % 6 == 1 && o.status() == OrderStatus.APPROVED ? orders.actions.assign(ALL, o.id(), o.version(), 1 + i % 2, null, null) : o);
        }
        placed.sort(Comparator.comparingLong((Order o) -> PlacedKey.of(o.placedAt() == null ? o.createdAt() : o.placedAt(), o.id())).reversed());
    }

    private void expect(OrderFilter filter, Predicate<Order> wanted) {
        List<Long> expected = placed.stream().filter(wanted).map(Order::id).toList();
        assertThat(walk(filter, 7)).as(filter.toString()).isEqualTo(expected);
        assertThat(walk(filter, 500)).isEqualTo(expected);
        assertThat(orders.queries.count(ALL, filter, 1000)).isEqualTo(expected.size());
        assertThat(orders.queries.count(ALL, filter, 2)).isEqualTo(Math.min(2, expected.size()));
        for (int i = 0; i < expected.size(); i += 5) {
            Long[] around = orders.queries.neighbours(ALL, filter, expected.get(i));
            assertThat(around).containsExactly(i == 0 ? null : expected.get(i - 1), i == expected.size() - 1 ? null : expected.get(i + 1));
        }
    }

    private List<Long> walk(OrderFilter filter, int size) {
        List<Long> all = new ArrayList<>();
        String after = null;
        do {
            Page<OrderRow> page = orders.queries.list(ALL, filter, new PageRequest(after, size));
            page.items().forEach(r -> all.add(r.id()));
            after = page.next();
        } while (after != null);
        return all;
    }

    @TestTemplate
    void everyFilterGivesItsOrdersNewestFirst() {
        Instant middle = placed.get(20).createdAt();

        expect(OrderFilter.ALL, o -> true);
        expect(OrderFilter.ofStatus(OrderStatus.DRAFT), o -> o.status() == OrderStatus.DRAFT);
        expect(OrderFilter.ofStatus(OrderStatus.APPROVED, OrderStatus.IN_REVIEW), o -> Set.of(OrderStatus.APPROVED, OrderStatus.IN_REVIEW).contains(o.status()));
        expect(OrderFilter.ofStatus(OrderStatus.COMPLETED), o -> false);
        expect(OrderFilter.ofCustomer(2), o -> o.customerId() == 2);
        expect(OrderFilter.ofCustomer(77), o -> false);
        expect(new OrderFilter(null, null, "rest", null, null, null, null, null, null), o -> o.channel().equals("rest"));
        expect(new OrderFilter(null, null, null, null, "France", null, null, null, null), o -> "France".equals(o.shipTo().country()));
        expect(new OrderFilter(null, null, null, null, null, null, null, 1L, null), o -> Long.valueOf(1).equals(o.locationId()));
        expect(new OrderFilter(null, null, null, null, null, null, null, null, false), o -> true);
        expect(new OrderFilter(null, null, null, null, null, null, null, null, true), o -> false);
        Instant from = Instant.ofEpochMilli(middle.toEpochMilli());
        expect(new OrderFilter(null, null, null, null, null, from, null, null, null), o -> !o.createdAt().isBefore(from));
        expect(new OrderFilter(null, null, null, null, null, null, from, null, null), o -> o.createdAt().isBefore(from));
    }

    @TestTemplate
    void channelsAreThoseThatOrdersCameBy() {
        orders.entry.place(ALL, anOrder().channel("replay:old shop").with("SKU-1", "1").build());

        assertThat(orders.queries.channels(ALL)).containsExactly("console", "replay:old shop", "rest");
    }

    @TestTemplate
    void textIsTheBeginningOfNumberCustomerOrReference() {
        expect(OrderFilter.ofText("ada"), o -> o.customerId() == 1);
        expect(OrderFilter.ofText("LOVELACE"), o -> false);
        expect(OrderFilter.ofText("po-1"), o -> o.reference().startsWith("PO-1"));
        expect(OrderFilter.ofText(placed.get(3).number().toLowerCase()), o -> o.number().startsWith(placed.get(3).number()));
        expect(OrderFilter.ofText("%"), o -> false);
        expect(OrderFilter.ofText("a"), o -> true);
    }

    @TestTemplate
    void whatIsToBePickedComesByPriorityThenByAgeWithoutEnd() {
        Order urgent = orders.entry.place(ALL, anOrder().channel("rest").customer(2L).reference("urgent").delivery(false, null, 9).with("SKU-1", "3").build());
        if (urgent.status() == OrderStatus.IN_REVIEW) {
            urgent = orders.actions.approve(new io.amphora.common.Actor("max", "Max", Set.of("*")), urgent.id(), urgent.version(), "ok");
        }
        urgent = orders.actions.assign(ALL, urgent.id(), urgent.version(), 1, null, null);
        List<Long> waiting = placed.stream().filter(o -> o.status() == OrderStatus.ASSIGNED).map(Order::id).sorted().toList();
        assertThat(waiting.size()).isGreaterThan(3);

        List<Long> all = new ArrayList<>();
        for (List<OrderRow> page = orders.queries.toPick(ALL, OrderFilter.ALL, null, 0, 2); !page.isEmpty(); page = orders.queries.toPick(ALL, OrderFilter.ALL, null, all.size(), 2)) {
            page.forEach(r -> all.add(r.id()));
        }
        assertThat(all.get(0)).isEqualTo(urgent.id());
        assertThat(all.subList(1, all.size())).isEqualTo(waiting);
        assertThat(orders.queries.toPick(ALL, OrderFilter.ALL, 1, 0, 10)).extracting(OrderRow::id).containsExactly(urgent.id());
        assertThat(orders.queries.toPick(ALL, new OrderFilter(null, null, null, null, null, null, null, 2L, null), null, 0, 50)).extracting(OrderRow::locationId).containsOnly(2L);
    }

    @TestTemplate
    void filtersHoldTogether() {
        expect(new OrderFilter("ada", Set.of(OrderStatus.APPROVED), "console", 1L, "France", null, null, null, false), o -> o.customerId() == 1 && o.status() == OrderStatus.APPROVED
                && o.channel().equals("console") && "France".equals(o.shipTo().country()));
        expect(new OrderFilter(null, Set.of(OrderStatus.APPROVED), "console", null, "France", null, null, null, false), o -> o.status() == OrderStatus.APPROVED
                && o.channel().equals("console") && "France".equals(o.shipTo().country()));
        expect(new OrderFilter(null, Set.of(OrderStatus.CANCELLED, OrderStatus.APPROVED), "console", null, null, null, null, null, false), o -> o.status() == OrderStatus.APPROVED
                && o.channel().equals("console"));
        expect(new OrderFilter(null, Set.of(OrderStatus.ASSIGNED), null, 2L, null, null, null, 2L, null), o -> o.customerId() == 2 && Long.valueOf(2).equals(o.locationId()));
    }

    @TestTemplate
    void refusesCursorsOfOthers() {
        assertThatThrownBy(() -> orders.queries.list(ALL, OrderFilter.ALL, new PageRequest("*", 10))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void findsByNumberWhateverTheCase() {
        Order o = placed.get(5);

        assertThat(orders.queries.findByNumber(ALL, o.number())).contains(orders.queries.find(ALL, o.id()));
        assertThat(orders.queries.findByNumber(ALL, o.number().toLowerCase())).isPresent();
        assertThat(orders.queries.findByNumber(ALL, "A-0")).isEmpty();
    }

    @TestTemplate
    void countsStagesAndLoads() {
        Map<OrderStatus, Integer> counts = orders.queries.counts(ALL, Set.of(OrderStatus.DRAFT, OrderStatus.ASSIGNED, OrderStatus.APPROVED), 3);
        int assigned = (int) placed.stream().filter(o -> Long.valueOf(2).equals(o.locationId())).count();

        assertThat(counts).containsEntry(OrderStatus.DRAFT, 3).containsEntry(OrderStatus.APPROVED, 3);
        assertThat(orders.queries.openByLocation(List.of(1L, 2L, 9L), 100)).containsEntry(2L, assigned).containsEntry(9L, 0);
    }

    @TestTemplate
    void turnoverCountsWhatWasPlaced() {
        List<Order> live = placed.stream().filter(o -> o.status() != OrderStatus.DRAFT).toList();

        List<Turnover> turnover = orders.queries.turnover(ALL, Instant.now().minusSeconds(3600), Instant.now().plusSeconds(1));

        assertThat(turnover).hasSize(1);
        assertThat(turnover.get(0).orders()).isEqualTo(live.size());
        assertThat(turnover.get(0).amount()).isEqualByComparingTo(live.stream().map(o -> o.total().amount()).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
    }
}
