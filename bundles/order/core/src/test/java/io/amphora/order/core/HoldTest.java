package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.PlacementHold;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class HoldTest {
    private static final Actor SALES = new Actor("sam", "Sam", Set.of("order.read", "order.hold"));
    private static final Actor FINANCE = new Actor("finn", "Finn", Set.of("order.read", "order.credit"));

    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
    }

    private Order assigned() {
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());
        return orders.actions.assign(ALL, o.id(), o.version(), 1, null, null);
    }

    @TestTemplate
    void waitsFromTheMomentItIsPlaced() {
        orders.placementHolds.add(o -> o.channel().equals("rest") ? Optional.of(new PlacementHold.Wanted(HoldType.PAYMENT, "prepaid", Actor.system("payment"))) : Optional.empty());
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());
        assertThat(placed.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(placed.holds()).as("the answer says so").hasSize(1);
        Order found = orders.queries.find(ALL, placed.id());
        assertThat(found.holds()).extracting(Hold::type, Hold::reason, Hold::setBy).containsExactly(tuple(HoldType.PAYMENT, "prepaid", "system:payment"));

        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-2", "4").build());
        assertThat(draft.holds()).isEmpty();
        Order submitted = orders.entry.submit(ALL, draft.id(), draft.version());
        assertThat(submitted.holds()).hasSize(1);
        Order parted = orders.rearrange.part(ALL, submitted.id(), submitted.version(), List.of(new OrderRearrangements.Part(submitted.lines().get(0).id(), BigDecimal.ONE)), null, "sooner");
        assertThat(parted.id()).isNotEqualTo(submitted.id());
        assertThat(parted.holds()).extracting(Hold::type).containsExactly(HoldType.PAYMENT);
    }

    @TestTemplate
    void aRuleThatCannotSayLetsAPersonLook() {
        orders.placementHolds.add(o -> {
            throw new IllegalStateException("broken");
        });
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());
        assertThat(orders.queries.find(ALL, placed.id()).holds()).extracting(Hold::type).containsExactly(HoldType.OTHER);
    }

    private Order hold(Order o, HoldType type) {
        return orders.holds.hold(SALES, o.id(), o.version(), type, null, "because");
    }

    private Order release(Actor by, Order o, int index) {
        return orders.holds.release(by, o.id(), o.version(), o.holds().get(index).id(), "settled");
    }

    private static Filter on(HoldType... types) {
        return new Filter(Set.of(types));
    }

    private record Filter(Set<HoldType> types) {
        OrderFilter of(OrderStatus... statuses) {
            return new OrderFilter(null, statuses.length == 0 ? null : Set.of(statuses), null, null, null, null, null, null, null, types);
        }
    }

    private List<Long> ids(OrderFilter filter) {
        return orders.queries.list(ALL, filter, PageRequest.first(10)).items().stream().map(OrderRow::id).toList();
    }

    @TestTemplate
    void othersWriteOnTheTimelineInTheirOwnTransaction() {
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "1").build());
        OrderHistoryService history = new OrderHistoryService(orders.tx);
        history.add(o.id(), "finn", "payment-paid", "10.00 EUR");
        assertThatThrownBy(() -> orders.tx.call(em -> {
            history.add(o.id(), "finn", "payment-refunded", "10.00 EUR");
            throw new IllegalStateException("the refund fails");
        })).isInstanceOf(IllegalStateException.class);

        TimelineEntry last = orders.queries.timeline(ALL, o.id(), PageRequest.first(1)).items().get(0);
        assertThat(List.of(last.what(), last.who(), last.note())).containsExactly("payment-paid", "finn", "10.00 EUR");
    }

    @TestTemplate
    void everyTypeBlocksItsStepsAndNoOther() {
        for (HoldType type : HoldType.values()) {
            Order held = hold(assigned(), type);

            if (type.blocks(OrderAction.PICK)) {
                assertThatThrownBy(() -> orders.actions.pick(ALL, held.id(), held.version(), Set.of())).as(type.name()).isInstanceOfSatisfying(AmphoraException.Refused.class, e -> {
                    assertThat(e.problems()).extracting(Problem::code).containsExactly("order.held");
                    assertThat(e.problems().get(0).args()).contains(OrderAction.PICK, held.number(), List.of(type));
                });
                assertThat(orders.queries.find(ALL, held.id())).isEqualTo(held);
                assertThat(held.possible()).doesNotContain(OrderAction.PICK).contains(OrderAction.CANCEL);
            } else {
                assertThat(orders.actions.pick(ALL, held.id(), held.version(), Set.of()).status()).as(type.name()).isEqualTo(OrderStatus.PICKED);
            }
        }
    }

    @TestTemplate
    void severalAtOnceEachReleasedByWhoMay() {
        Order two = hold(hold(assigned(), HoldType.CUSTOMER), HoldType.CREDIT);

        assertThat(two.holding(OrderAction.SHIP)).containsExactly(HoldType.CREDIT, HoldType.CUSTOMER);
        assertThatThrownBy(() -> release(SALES, two, 1)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> hold(two, HoldType.CREDIT)).isInstanceOf(AmphoraException.Refused.class);
        Order one = release(FINANCE, two, 1);
        assertThatThrownBy(() -> orders.actions.pick(ALL, one.id(), one.version(), Set.of())).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> release(FINANCE, one, 1)).isInstanceOf(AmphoraException.Refused.class);
        Order free = release(SALES, one, 0);

        assertThat(orders.actions.pick(ALL, free.id(), free.version(), Set.of()).status()).isEqualTo(OrderStatus.PICKED);
        assertThat(free.holds()).extracting(Hold::type, Hold::setBy, Hold::releasedBy, Hold::releaseReason).containsExactly(tuple(HoldType.CUSTOMER, "sam", "sam", "settled"),
                tuple(HoldType.CREDIT, "sam", "finn", "settled"));
        assertThat(orders.queries.timeline(ALL, free.id(), PageRequest.first(10)).items()).filteredOn(t -> "hold".equals(t.field()))
                .extracting(TimelineEntry::what, TimelineEntry::before, TimelineEntry::after)
                .containsExactlyInAnyOrder(tuple("held", null, "CUSTOMER"), tuple("held", null, "CREDIT"), tuple("released", "CREDIT", null), tuple("released", "CUSTOMER", null));
        assertThat(db.events()).extracting(Event::topic).contains("order.held", "order.released");
        assertThat(hold(orders.queries.find(ALL, free.id()), HoldType.CREDIT).holds()).hasSize(3);
    }

    @TestTemplate
    void listShowsAndFindsWhatIsOnHold() {
        Order credit = hold(assigned(), HoldType.CREDIT);
        Order released = release(SALES, hold(assigned(), HoldType.STOCK), 0);
        Order both = hold(hold(assigned(), HoldType.CREDIT), HoldType.STOCK);
        Order free = assigned();

        assertThat(ids(on(HoldType.values()).of())).containsExactly(both.id(), credit.id());
        assertThat(ids(on(HoldType.STOCK).of())).containsExactly(both.id());
        assertThat(ids(on(HoldType.STOCK, HoldType.CREDIT).of(OrderStatus.ASSIGNED, OrderStatus.COMPLETED))).containsExactly(both.id(), credit.id());
        assertThat(ids(on(HoldType.CREDIT).of(OrderStatus.COMPLETED))).isEmpty();
        assertThat(ids(new OrderFilter(null, EnumSet.of(OrderStatus.COMPLETED, OrderStatus.REJECTED), null, 1L, null, null, null, null, null, Set.of(HoldType.STOCK)))).isEmpty();
        assertThat(orders.queries.count(ALL, on(HoldType.values()).of(), 10)).isEqualTo(2);
        assertThat(ids(new OrderFilter("Ada", null, null, 1L, null, null, null, null, null, Set.of(HoldType.STOCK)))).containsExactly(both.id());
        assertThat(orders.queries.list(ALL, OrderFilter.ALL, PageRequest.first(10)).items()).extracting(OrderRow::id, OrderRow::holds).containsExactly(tuple(free.id(), Set.of()),
                tuple(both.id(), EnumSet.of(HoldType.CREDIT, HoldType.STOCK)), tuple(released.id(), Set.of()), tuple(credit.id(), Set.of(HoldType.CREDIT)));
    }

    @TestTemplate
    void holdWithADateEndsByItself() {
        Instant soon = OrderStore.now().plusSeconds(60);
        Order o = assigned();
        Order dated = orders.holds.hold(SALES, o.id(), o.version(), HoldType.CUSTOMER, soon, "on holiday");
        Order open = hold(assigned(), HoldType.CUSTOMER);
        ExpireHolds job = new ExpireHolds(orders.tx, orders.holds, 3600);

        assertThat(job.expire(soon.minusSeconds(1))).isZero();
        assertThat(job.expire(soon)).isEqualTo(1);
        assertThat(job.expire(soon)).isZero();
        job.stop();

        assertThat(orders.queries.find(ALL, dated.id()).holds()).extracting(Hold::releasedBy).containsExactly("system:holds");
        assertThat(orders.queries.find(ALL, open.id())).isEqualTo(open);
        assertThatThrownBy(() -> orders.holds.hold(SALES, open.id(), open.version(), HoldType.STOCK, Instant.EPOCH, "x")).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void blacklistPutsTheOrderOnHoldAlsoAfterItIsApproved() {
        orders.twins.settings.put(OrderSettings.BLACKLIST, "lovelace");
        Order found = orders.entry.place(CLERK, anOrder().with("SKU-1", "1").build());

        Order approved = orders.actions.approve(ALL, found.id(), found.version(), "known");

        assertThat(approved.holds()).extracting(Hold::type, Hold::setBy).containsExactly(tuple(HoldType.FRAUD, "system:review"));
        assertThatThrownBy(() -> orders.actions.assign(ALL, approved.id(), approved.version(), 1, null, null)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void orderAtItsEndIsOnHoldNoMore() {
        Order held = hold(assigned(), HoldType.CREDIT);
        Order cancelled = orders.actions.cancel(ALL, held.id(), held.version(), Set.of(), "no");
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "1").build());

        assertThat(cancelled.holds()).noneMatch(Hold::isOpen);
        assertThat(ids(on(HoldType.values()).of())).isEmpty();
        assertThatThrownBy(() -> hold(cancelled, HoldType.CREDIT)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> hold(draft, HoldType.CREDIT)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> orders.holds.hold(FINANCE, held.id(), held.version(), HoldType.OTHER, null, "x")).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> orders.holds.hold(SALES, held.id(), held.version(), null, null, " ")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("reason", "type"));
        assertThatThrownBy(() -> hold(held, HoldType.STOCK)).isInstanceOf(AmphoraException.Stale.class);
    }
}
