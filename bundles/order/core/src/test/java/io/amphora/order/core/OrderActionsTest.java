package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class OrderActionsTest {
    private static final Actor NOBODY = new Actor("nobody", "Nobody", Set.of());
    private static final List<OrderAction> STEPS = List.of(OrderAction.ASSIGN, OrderAction.PICK, OrderAction.SHIP, OrderAction.DELIVER, OrderAction.COMPLETE);

    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
    }

    private Order act(Actor by, OrderAction action, Order o) {
        return act(by, action, o, Set.of());
    }

    private Order act(Actor by, OrderAction action, Order o, Set<Long> lines) {
        return switch (action) {
            case SUBMIT -> orders.entry.submit(by, o.id(), o.version());
            case APPROVE -> orders.actions.approve(by, o.id(), o.version(), "checked");
            case REJECT -> orders.actions.reject(by, o.id(), o.version(), "no");
            case ASSIGN -> orders.actions.assign(by, o.id(), o.version(), 2, "Eve", "near");
            case PICK -> orders.actions.pick(by, o.id(), o.version(), lines);
            case SHIP -> orders.actions.ship(by, o.id(), o.version(), lines, "DHL", "T-1");
            case DELIVER -> orders.actions.deliver(by, o.id(), o.version(), lines);
            case COME_BACK -> orders.actions.comeBack(by, o.id(), o.version(), lines, BackTo.QUARANTINE, null, "nobody at home");
            case LOSE -> orders.actions.lose(by, o.id(), o.version(), lines, "never heard of again");
            case COMPLETE -> orders.actions.complete(by, o.id(), o.version());
            case CANCEL -> orders.actions.cancel(by, o.id(), o.version(), lines, "changed his mind");
        };
    }

    /** An order of two lines that stands here. */
    private Order standing(LineStatus status) {
        var two = anOrder().with("SKU-1", "2").with("SKU-2", "3").build();
        switch (status) {
            case DRAFT:
                return orders.entry.draft(ALL, two);
            case IN_REVIEW, REJECTED:
                Order review = orders.entry.place(OrderFixture.CLERK, anOrder().customer(2L).with("SKU-1", "2").with("SKU-2", "3").build());
                return status == LineStatus.REJECTED ? act(ALL, OrderAction.REJECT, review) : review;
            case CANCELLED:
                return act(ALL, OrderAction.CANCEL, orders.entry.place(ALL, two));
            default:
                Order o = orders.entry.place(ALL, two);
                for (OrderAction step : STEPS) {
                    o = o.lines().get(0).status() == status ? o : act(ALL, step, o);
                }
                return o;
        }
    }

    @TestTemplate
    void everyActionFromEveryStatusFollowsTheTable() {
        for (LineStatus from : LineStatus.values()) {
            for (OrderAction action : OrderAction.values()) {
                Order o = standing(from);
                assertThat(o.lines()).extracting(Order.Line::status).containsOnly(from);
                if (action.appliesTo(from)) {
                    LineStatus to = action == OrderAction.SUBMIT ? LineStatus.APPROVED : action.to();
                    assertThat(act(ALL, action, o).lines()).as(from + " " + action).extracting(Order.Line::status).containsOnly(to);
                } else {
                    assertThatThrownBy(() -> act(ALL, action, o)).as(from + " " + action).isInstanceOfSatisfying(AmphoraException.Refused.class, e -> {
                        assertThat(e.problems()).extracting(Problem::code).containsExactly("order.illegal");
                        assertThat(e.problems().get(0).args()).containsExactly(action, o.number(), o.status(), OrderAction.nextOf(from));
                    });
                    assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);
                }
            }
        }
    }

    @TestTemplate
    void everyActionNeedsItsOwnPermissionAndNoOther() {
        Map<OrderAction, Order> ready = new EnumMap<>(OrderAction.class);
        for (OrderAction action : OrderAction.values()) {
            ready.put(action, standing(action.from().iterator().next()));
        }
        Set<String> all = Set.of("order.enter", "order.review", "order.assign", "order.fulfil", "order.complete", "order.cancel", "order.read");
        ready.forEach((action, o) -> {
            Set<String> others = new java.util.HashSet<>(all);
            others.remove(action.permission());

            assertThatThrownBy(() -> act(NOBODY, action, o)).isInstanceOf(AmphoraException.NotPermitted.class);
            assertThatThrownBy(() -> act(new Actor("x", "X", others), action, o)).as(action.name()).isInstanceOf(AmphoraException.NotPermitted.class);
            assertThat(act(new Actor("x", "X", Set.of(action.permission())), action, o).version()).isGreaterThan(o.version());
        });
    }

    @TestTemplate
    void wholeWayThroughTheHouse() {
        Order o = standing(LineStatus.COMPLETED);

        assertThat(o.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(o.locationId()).isEqualTo(2);
        assertThat(o.assignee()).isEqualTo("Eve");
        assertThat(o.shipments()).hasSize(1);
        assertThat(o.shipments().get(0).lineIds()).hasSize(2);
        assertThat(o.shipments().get(0).deliveredAt()).isNotNull();
        assertThat(orders.twins.stock.log).containsExactly("move 2 to 2", "consume 2");
        assertThat(db.events()).extracting(Event::topic).containsExactly("order.placed", "order.assigned", "order.picked", "order.shipped", "order.delivered", "order.completed");
        assertThat(orders.queries.timeline(ALL, o.id(), PageRequest.first(20)).items()).filteredOn(t -> "status".equals(t.field())).extracting(TimelineEntry::after)
                .containsExactly("COMPLETED", "DELIVERED", "SHIPPED", "PICKED", "ASSIGNED", "APPROVED");
        assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);
    }

    @TestTemplate
    void partOfTheLinesGoesAhead() {
        Order o = standing(LineStatus.PICKED);
        long first = o.lines().get(0).id();
        long second = o.lines().get(1).id();

        Order half = act(ALL, OrderAction.SHIP, o, Set.of(first));
        Order cancelled = act(ALL, OrderAction.CANCEL, half, Set.of(second));

        assertThat(half.status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(cancelled.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(cancelled.total()).isEqualTo(Money.of("20", "EUR"));
        assertThat(cancelled.shipments().get(0).lineIds()).containsExactly(first);
        assertThat(orders.twins.stock.held).isEmpty();
        assertThat(orders.queries.timeline(ALL, o.id(), PageRequest.first(20)).items()).anySatisfy(t -> {
            assertThat(t.what()).isEqualTo("cancelled");
            assertThat(t.field()).isEqualTo("lines");
            assertThat(t.after()).isEqualTo("2");
        });
    }

    @TestTemplate
    void whatNeverArrivesIsOwedByNobodyAndTheRestGoesOn() {
        Order o = standing(LineStatus.SHIPPED);
        Set<Long> first = Set.of(o.lines().get(0).id());

        Order lost = orders.actions.lose(ALL, o.id(), o.version(), first, "searched for two weeks");
        assertThat(lost.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(lost.total()).isEqualTo(Money.of("30", "EUR"));
        assertThat(orders.twins.stock.log).noneMatch(l -> l.startsWith("receive"));
        Order done = act(ALL, OrderAction.COMPLETE, act(ALL, OrderAction.DELIVER, lost));
        assertThat(done.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(done.shipments().get(0).deliveredAt()).isNotNull();
    }

    @TestTemplate
    void goodsComeBackToWhereSomebodySaysAndForAReason() {
        Order o = standing(LineStatus.SHIPPED);

        assertThatThrownBy(() -> orders.actions.comeBack(ALL, o.id(), o.version(), Set.of(), null, null, " ")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("to", "reason"));
        assertThatThrownBy(() -> orders.actions.comeBack(ALL, o.id(), o.version(), Set.of(), BackTo.STOCK, 77L, "back")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("locationId"));
        assertThatThrownBy(() -> orders.actions.lose(ALL, o.id(), o.version(), Set.of(), null)).isInstanceOf(AmphoraException.Invalid.class);
        Actor warehouse = new Actor("wang", "Wang", Set.of("order.fulfil"));
        Order half = orders.actions.comeBack(warehouse, o.id(), o.version(), Set.of(o.lines().get(0).id()), BackTo.STOCK, 1L, "back");
        Order all = orders.actions.comeBack(warehouse, half.id(), half.version(), Set.of(), BackTo.QUARANTINE, null, "back");

        assertThat(all.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(orders.twins.stock.log).containsSubsequence("receive 2 SKU-1 at 1", "receive 3 SKU-2 at 9");
        assertThat(db.events()).extracting(Event::topic).endsWith("order.came-back", "order.came-back");
        assertThat(orders.queries.timeline(ALL, o.id(), PageRequest.first(2)).items()).extracting(TimelineEntry::what, TimelineEntry::note)
                .contains(org.assertj.core.api.Assertions.tuple("came-back", "back"));
    }

    @TestTemplate
    void refusalNamesEveryLineThatDoesNotFit() {
        Order half = act(ALL, OrderAction.SHIP, standing(LineStatus.PICKED), Set.of());
        Order other = standing(LineStatus.PICKED);

        assertThatThrownBy(() -> act(ALL, OrderAction.SHIP, half, Set.of(half.lines().get(0).id(), other.lines().get(0).id()))).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.illegal", "order.line-illegal", "order.line-unknown"));
    }

    @TestTemplate
    void findingsPassOnlyForAReason() {
        Order o = standing(LineStatus.IN_REVIEW);

        assertThatThrownBy(() -> orders.actions.approve(ALL, o.id(), o.version(), " ")).isInstanceOf(AmphoraException.Invalid.class);
        Order approved = orders.actions.approve(ALL, o.id(), o.version(), "known to pay late");

        assertThat(approved.findings()).isNotEmpty().allSatisfy(f -> {
            assertThat(f.waivedBy()).isEqualTo("system:test");
            assertThat(f.reason()).isEqualTo("known to pay late");
        });
    }

    @TestTemplate
    void rejectedAndCancelledOrdersHoldNoStock() {
        act(ALL, OrderAction.REJECT, standing(LineStatus.IN_REVIEW));
        act(ALL, OrderAction.CANCEL, standing(LineStatus.ASSIGNED));

        assertThat(orders.twins.stock.held).isEmpty();
    }

    @TestTemplate
    void rejectAndCancelNeedAReason() {
        Order o = standing(LineStatus.IN_REVIEW);

        assertThatThrownBy(() -> orders.actions.reject(ALL, o.id(), o.version(), "")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> orders.actions.cancel(ALL, o.id(), o.version(), Set.of(), null)).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void unknownLocationIsRefused() {
        Order o = standing(LineStatus.APPROVED);

        assertThatThrownBy(() -> orders.actions.assign(ALL, o.id(), o.version(), 77, null, null)).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void twoEditorsAtOnceOneIsTold() throws Exception {
        Order o = standing(LineStatus.IN_REVIEW);
        Callable<Order> approve = () -> act(ALL, OrderAction.APPROVE, o);
        Callable<Order> reject = () -> act(ALL, OrderAction.REJECT, o);

        ExecutorService pool = Executors.newFixedThreadPool(2);
        int stale = 0;
        for (Future<Order> f : pool.invokeAll(List.of(approve, reject))) {
            try {
                f.get();
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(AmphoraException.Stale.class);
                stale++;
            }
        }
        pool.shutdownNow();

        assertThat(stale).isEqualTo(1);
        assertThat(orders.queries.find(ALL, o.id()).version()).isEqualTo(o.version() + 1);
    }

    @TestTemplate
    void commentIsOnTheTimelineAndChangesNothing() {
        Order o = standing(LineStatus.APPROVED);

        orders.actions.comment(ALL, o.id(), "call before delivery");

        assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);
        assertThat(orders.queries.timeline(ALL, o.id(), PageRequest.first(1)).items()).extracting(TimelineEntry::what, TimelineEntry::note)
                .containsExactly(org.assertj.core.api.Assertions.tuple("comment", "call before delivery"));
        assertThatThrownBy(() -> orders.actions.comment(ALL, o.id(), "")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> orders.actions.comment(ALL, 999_999_999, "x")).isInstanceOf(AmphoraException.NotFound.class);
    }
}
