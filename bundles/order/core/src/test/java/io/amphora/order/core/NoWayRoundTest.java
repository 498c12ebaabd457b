package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.Role;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderApprovals.Absence;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.order.api.OrderRearrangements.Part;
import io.amphora.order.api.OrderRearrangements.Source;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** Walks every use case that changes an order from every status, with and without its permission, and looks for ways to decide on one's own order. */
@BothDatabases(OrderEntities.class)
class NoWayRoundTest {
    private static final Actor SAM = new Actor("sam", "Sam", Set.of("*"));
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("*"));
    private static final Actor MAX = new Actor("max", "Max", Set.of("*"));
    private static final List<OrderAction> STEPS = List.of(OrderAction.ASSIGN, OrderAction.PICK, OrderAction.SHIP, OrderAction.DELIVER, OrderAction.COMPLETE);
    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
        orders.twins.roles.put("sam", Set.of(Role.MANAGER));
        orders.twins.roles.put("mia", Set.of(Role.MANAGER));
        orders.twins.roles.put("max", Set.of(Role.MANAGER));
    }

    private Order act(OrderAction action, Order o) {
        return switch (action) {
            case ASSIGN -> orders.actions.assign(ALL, o.id(), o.version(), 1, null, null);
            case PICK -> orders.actions.pick(ALL, o.id(), o.version(), Set.of());
            case SHIP -> orders.actions.ship(ALL, o.id(), o.version(), Set.of(), null, null);
            case DELIVER -> orders.actions.deliver(ALL, o.id(), o.version(), Set.of());
            case COMPLETE -> orders.actions.complete(ALL, o.id(), o.version());
            case REJECT -> orders.actions.reject(ALL, o.id(), o.version(), "no");
            case CANCEL -> orders.actions.cancel(ALL, o.id(), o.version(), Set.of(), "no");
            default -> throw new IllegalArgumentException(action.name());
        };
    }

    private Order standing(LineStatus status) {
        NewOrder two = anOrder().with("SKU-1", "4").with("SKU-2", "3").build();
        if (status == LineStatus.DRAFT) {
            return orders.entry.draft(CLERK, two);
        }
        if (status == LineStatus.IN_REVIEW || status == LineStatus.REJECTED) {
            Order review = orders.entry.place(CLERK, anOrder().with("SKU-1", "4", "1.00").with("SKU-2", "3").build());
            return status == LineStatus.REJECTED ? act(OrderAction.REJECT, review) : review;
        }
        Order o = orders.entry.place(CLERK, two);
        if (status == LineStatus.CANCELLED) {
            return act(OrderAction.CANCEL, o);
        }
        for (OrderAction step : STEPS) {
            o = o.lines().get(0).status() == status ? o : act(step, o);
        }
        return o;
    }

    /** A use case, its permission, and where it may be done. */
    private record Case(String permission, Set<LineStatus> from, BiFunction<Actor, Order, Order> run) {
    }

    private Map<String, Case> cases() {
        Map<String, Case> all = new TreeMap<>();
        Set<LineStatus> unpicked = EnumSet.of(LineStatus.IN_REVIEW, LineStatus.APPROVED, LineStatus.ASSIGNED);
        Set<LineStatus> live = EnumSet.range(LineStatus.IN_REVIEW, LineStatus.DELIVERED);
        all.put("amend", new Case("order.amend", unpicked, (by, o) -> orders.amendments.amend(by, o.id(), o.version(), more(o), "more")));
        all.put("merge", new Case("order.amend", unpicked, (by, o) -> {
            Order other = orders.entry.place(ALL, anOrder().with("SKU-3", "1").build());
            return orders.rearrange.merge(by, o.id(), o.version(), List.of(new Source(other.id(), other.version())), "one");
        }));
        all.put("part", new Case("order.amend", EnumSet.of(LineStatus.APPROVED, LineStatus.ASSIGNED),
                (by, o) -> orders.rearrange.part(by, o.id(), o.version(), List.of(new Part(o.lines().get(0).id(), BigDecimal.ONE)), null, "two")));
        all.put("terms", new Case("order.amend", live, (by, o) -> orders.backorders.terms(by, o.id(), o.version(), new NewOrder.Delivery(true, null, 1))));
        all.put("close", new Case("order.cancel", EnumSet.of(LineStatus.APPROVED, LineStatus.ASSIGNED, LineStatus.PICKED),
                (by, o) -> orders.rearrange.closeShort(by, o.id(), o.version(), Set.of(), "no more")));
        Set<LineStatus> gone = EnumSet.of(LineStatus.SHIPPED);
        all.put("come back", new Case("order.fulfil", gone, (by, o) -> orders.actions.comeBack(by, o.id(), o.version(), Set.of(), BackTo.QUARANTINE, null, "refused")));
        all.put("lose", new Case("order.fulfil", gone, (by, o) -> orders.actions.lose(by, o.id(), o.version(), Set.of(), "gone")));
        all.put("reopen", new Case("order.reopen", EnumSet.of(LineStatus.COMPLETED, LineStatus.CANCELLED), (by, o) -> orders.rearrange.reopen(by, o.id(), o.version(), "again")));
        return all;
    }

    private static Amendment more(Order o) {
        Amendment.Line first = new Amendment.Line(o.lines().get(0).id(), null, new BigDecimal(5), null);
        return new Amendment(null, o.shipTo(), null, null, List.of(first, new Amendment.Line(o.lines().get(1).id(), null, new BigDecimal(3), null)));
    }

    @TestTemplate
    void everyUseCaseFromEveryStatusFollowsTheTableAndLeavesTheRestAlone() {
        cases().forEach((name, c) -> {
            for (LineStatus from : LineStatus.values()) {
                Order o = standing(from);
                Set<String> others = Set.of("order.read", "order.enter", "order.review", "order.assign", "order.fulfil", "order.complete", "order.cancel", "order.amend", "order.reopen", "order.hold");
                Actor without = new Actor("x", "X", others.stream().filter(p -> !p.equals(c.permission())).collect(java.util.stream.Collectors.toSet()));
                assertThatThrownBy(() -> c.run().apply(without, o)).as(name + " without permission from " + from).isInstanceOf(AmphoraException.NotPermitted.class);
                Order stale = new Order(o.id(), o.number(), o.kind(), o.channel(), null, o.customerId(), o.customerName(), null, o.status(), o.total(), o.shipTo(), null, null, o.createdAt(), null,
                        o.createdBy(), null, null, false, o.lines(), List.of(), List.of(), o.version() + 1);
                assertThatThrownBy(() -> c.run().apply(MIA, stale)).as(name + " of another version").isInstanceOf(AmphoraException.Stale.class);
                if (c.from().contains(from)) {
                    assertThat(c.run().apply(MIA, o)).as(name + " from " + from).isNotNull();
                    assertThat(orders.queries.find(ALL, o.id()).version()).isGreaterThan(o.version());
                } else {
                    assertThatThrownBy(() -> c.run().apply(MIA, o)).as(name + " from " + from).isInstanceOf(AmphoraException.Refused.class);
                    assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);
                }
            }
        });
    }

    private void refusedAsOwn(Actor by, Order o) {
        assertThat(o.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThatThrownBy(() -> orders.actions.approve(by, o.id(), o.version(), "mine")).as(by.name()).satisfies(NoWayRoundTest::own);
        Set<Long> open = o.findings().stream().filter(Order.Finding::isOpen).map(Order.Finding::id).collect(java.util.stream.Collectors.toSet());
        if (!open.isEmpty()) {
            assertThatThrownBy(() -> orders.actions.waive(by, o.id(), o.version(), open, "mine")).satisfies(NoWayRoundTest::own);
        }
    }

    private static void own(Throwable e) {
        assertThat(((AmphoraException) e).problems()).extracting(Problem::code).containsExactly("order.own");
    }

    /** Somebody may do everything, is a manager and stands in for all: not even so. */
    @TestTemplate
    void nobodyDecidesOnAnOrderHeHadAHandInOnAnyPath() {
        orders.approvals.save(ALL, new Rule(null, "all", true, BigDecimal.ZERO, null, null, null, null, null, 1, "MANAGER", null, null, null));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (String away : List.of("mia", "max")) {
            orders.approvals.away(ALL, new Absence(0, away, "sam", today, today));
        }
        NewOrder cheap = anOrder().with("SKU-1", "4", "1.00").with("SKU-2", "3").build();

        refusedAsOwn(SAM, orders.entry.place(SAM, cheap));
        Order draft = orders.entry.draft(SAM, cheap);
        refusedAsOwn(SAM, orders.entry.submit(MIA, draft.id(), draft.version()));
        Order other = orders.entry.draft(MIA, cheap);
        other = orders.entry.changeDraft(SAM, other.id(), other.version(), anOrder().with("SKU-1", "2", "1.00").build());
        refusedAsOwn(SAM, orders.entry.submit(MIA, other.id(), other.version()));
        Order amended = orders.entry.place(MIA, cheap);
        refusedAsOwn(SAM, orders.amendments.amend(SAM, amended.id(), amended.version(), more(amended), "more"));
        refusedAsOwn(MIA, orders.queries.find(ALL, amended.id()));
        Order target = orders.entry.place(MIA, cheap);
        Order source = orders.entry.place(SAM, cheap);
        refusedAsOwn(SAM, orders.rearrange.merge(MAX, target.id(), target.version(), List.of(new Source(source.id(), source.version())), "one"));
        Order whole = orders.entry.place(SAM, cheap);
        whole = orders.actions.approve(MIA, whole.id(), whole.version(), "fine");
        Order part = orders.rearrange.part(MAX, whole.id(), whole.version(), List.of(new Part(whole.lines().get(0).id(), new BigDecimal(2)), new Part(whole.lines().get(1).id(), BigDecimal.ONE)), null, "x");
        refusedAsOwn(SAM, orders.amendments.amend(MAX, part.id(), part.version(), more(part), "more"));
        Order cancelled = orders.entry.place(MIA, cheap);
        cancelled = orders.actions.cancel(MAX, cancelled.id(), cancelled.version(), Set.of(), "no");
        refusedAsOwn(SAM, orders.rearrange.reopen(SAM, cancelled.id(), cancelled.version(), "yes"));
    }

    @TestTemplate
    void concurrentEditsNeverLoseAnUpdate() throws Exception {
        Order o = orders.entry.place(CLERK, anOrder().with("SKU-1", "4").with("SKU-2", "3").build());
        List<Callable<Boolean>> editors = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            BigDecimal quantity = new BigDecimal(10 + i);
            editors.add(() -> {
                try {
                    orders.amendments.amend(MIA, o.id(), o.version(), new Amendment(null, o.shipTo(), null, null, List.of(new Amendment.Line(o.lines().get(0).id(), null, quantity, null),
                            new Amendment.Line(o.lines().get(1).id(), null, new BigDecimal(3), null))), "to " + quantity);
                    return true;
                } catch (AmphoraException.Stale e) {
                    return false;
                }
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        int won = 0;
        for (Future<Boolean> f : pool.invokeAll(editors)) {
            won += f.get() ? 1 : 0;
        }
        pool.shutdown();
        Order now = orders.queries.find(ALL, o.id());
        assertThat(won).isEqualTo(1);
        assertThat(now.terms().revision()).isEqualTo(2);
        assertThat(orders.amendments.revisions(ALL, o.id())).hasSize(2);
        assertThat(orders.amendments.revisions(ALL, o.id()).get(1).reason()).isEqualTo("to " + now.lines().get(0).quantity().toPlainString());
    }
}
