package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments.Difference;
import io.amphora.order.api.OrderAmendments.Preview;
import io.amphora.order.api.OrderAmendments.Revision;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class AmendTest {
    private static final Actor MAY = new Actor("mia", "Mia", Set.of("order.read", "order.amend", "order.review"));
    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
    }

    private Order placed() {
        return orders.entry.place(CLERK, anOrder().reference("PO-1").with("SKU-1", "2").with("SKU-2", "3").build());
    }

    private static Amendment.Line line(Order.Line l, String quantity, String price) {
        return new Amendment.Line(l.id(), null, new BigDecimal(quantity), price == null ? null : new BigDecimal(price));
    }

    private static Amendment with(Order o, Amendment.Line... lines) {
        return new Amendment(o.reference(), o.shipTo(), o.wishedDate(), o.note(), List.of(lines));
    }

    @TestTemplate
    void findingsNameTheLineWhereItStandsInTheOrder() {
        Order o = orders.entry.place(ALL, anOrder().with("SKU-1", "2").with("SKU-2", "2").with("SKU-1", "3").build());
        Order less = orders.amendments.amend(MAY, o.id(), o.version(), new Amendment(o.reference(), o.shipTo(), null, null, List.of(new Amendment.Line(o.lines().get(0).id(), null, new BigDecimal(2), null),
                new Amendment.Line(o.lines().get(2).id(), null, new BigDecimal(3), new BigDecimal("1.00")))), "cheaper");
        assertThat(less.lines()).extracting(Order.Line::status).contains(LineStatus.CANCELLED);
        assertThat(less.findings()).extracting(f -> f.problem().field()).containsExactly("lines[2].unitPrice");
    }

    @TestTemplate
    void everythingCanBeAmendedAndEachRevisionStaysReadable() {
        Order o = placed();
        Address there = new Address("Ada", "2 New Road", "York", null, "YO1", "United Kingdom");
        Amendment change = new Amendment("PO-2", there, LocalDate.of(2099, 1, 2), "by train",
                List.of(line(o.lines().get(0), "5", "9.00"), new Amendment.Line(null, "SKU-3", BigDecimal.ONE, null)));

        Preview preview = orders.amendments.preview(MAY, o.id(), o.version(), change);
        assertThat(preview.before()).isEqualTo(Money.of("50.00", "EUR"));
        assertThat(preview.after()).isEqualTo(Money.of("55.00", "EUR"));
        assertThat(preview.difference()).isEqualTo(Money.of("5.00", "EUR"));
        assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);

        Order after = orders.amendments.amend(MAY, o.id(), o.version(), change, "he called");
        assertThat(after.total()).isEqualTo(Money.of("55.00", "EUR"));
        assertThat(after.terms().revision()).isEqualTo(2);
        assertThat(after.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(after.shipTo()).isEqualTo(there);
        assertThat(after.lines()).extracting(Order.Line::status).containsExactly(LineStatus.APPROVED, LineStatus.CANCELLED, LineStatus.APPROVED);
        assertThat(orders.twins.stock.held.values()).extracting(w -> w.sku() + " " + w.quantity()).containsExactlyInAnyOrder("SKU-1 5", "SKU-3 1");

        assertThat(orders.amendments.revisions(MAY, o.id())).extracting(Revision::number, Revision::by, Revision::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple(1, CLERK.name(), null), org.assertj.core.groups.Tuple.tuple(2, "mia", "he called"));
        assertThat(orders.amendments.revision(MAY, o.id(), 1).lines()).isEqualTo(o.lines());
        assertThat(orders.amendments.revision(MAY, o.id(), 2).lines()).isEqualTo(after.lines());
        assertThat(orders.amendments.differences(MAY, o.id(), 1, 2)).isEqualTo(preview.differences()).extracting(Difference::field)
                .containsExactly("lines[SKU-1].quantity", "lines[SKU-1].unitPrice", "lines[SKU-2]", "lines[SKU-3]", "shipTo", "reference", "wishedDate", "note", "total");
        assertThat(db.events()).extracting(e -> e.topic()).contains("order.amended");
    }

    @TestTemplate
    void amendingBringsItBackToTheReviewAndWhoDidItDoesNotDecide() {
        Order o = placed();
        Order amended = orders.amendments.amend(MAY, o.id(), o.version(), with(o, line(o.lines().get(0), "2", "1.00"), line(o.lines().get(1), "3", null)), "cheaper");

        assertThat(amended.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(amended.findings()).extracting(f -> f.problem().code()).containsExactly("order.review.price");
        assertThat(orders.queries.hadHand(MAY, amended)).isTrue();
        assertThat(orders.queries.hadHand(new Actor("max", "Max", Set.of("order.read")), amended)).isFalse();
        assertThatThrownBy(() -> orders.actions.approve(MAY, o.id(), amended.version(), "fine")).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.own"));
        assertThat(orders.actions.approve(new Actor("max", "Max", Set.of("*")), o.id(), amended.version(), "fine").status()).isEqualTo(OrderStatus.APPROVED);
    }

    @TestTemplate
    void shortStockLeavesEverythingAsItWas() {
        Order o = placed();
        assertThatThrownBy(() -> orders.amendments.amend(MAY, o.id(), o.version(), with(o, line(o.lines().get(0), "9999999", null), line(o.lines().get(1), "3", null)), "more"))
                .isInstanceOfSatisfying(AmphoraException.Refused.class, e -> assertThat(e.problems()).extracting(Problem::field, Problem::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("lines[0].quantity", "stock.short")));
        assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);
        assertThat(orders.amendments.revisions(MAY, o.id())).hasSize(1);
    }

    @TestTemplate
    void refusedWithTheReasonWhenItIsTooLateNothingChangesOrTheOrderIsNoneOfThese() {
        Order o = placed();
        Amendment same = Amendment.of(o);
        assertThatThrownBy(() -> orders.amendments.amend(MAY, o.id(), o.version(), same, "x")).satisfies(e -> code(e, "order.amend-nothing"));
        assertThatThrownBy(() -> orders.amendments.amend(MAY, o.id(), o.version(), same, " ")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> orders.amendments.amend(MAY, o.id(), o.version() + 1, same, "x")).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> orders.amendments.amend(CLERK.permissions().contains("x") ? CLERK : new Actor("n", "N", Set.of("order.read")), o.id(), o.version(), same, "x"))
                .isInstanceOf(AmphoraException.NotPermitted.class);
        Order picked = orders.actions.pick(ALL, o.id(), orders.actions.assign(ALL, o.id(), o.version(), 1, null, null).version(), Set.of());
        assertThatThrownBy(() -> orders.amendments.amend(MAY, o.id(), picked.version(), with(o, line(o.lines().get(0), "1", null)), "x")).satisfies(e -> code(e, "order.amend-late"));
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "1").build());
        assertThatThrownBy(() -> orders.amendments.amend(MAY, draft.id(), draft.version(), same, "x")).satisfies(e -> code(e, "order.amend-never"));
    }

    @TestTemplate
    void aDayThatIsOverIsFoundOnceAndNotAgainWhenSomethingElseChanges() {
        Order o = orders.entry.place(CLERK, anOrder().wished(LocalDate.now().minusDays(3)).with("SKU-1", "2").build());
        assertThat(o.findings()).extracting(f -> f.problem().code()).containsExactly("order.review.date");

        Order open = amended(o, o.wishedDate(), "3");
        assertThat(open.findings()).as("nobody has let it pass yet").extracting(f -> f.problem().code()).containsExactly("order.review.date");

        Order passed = orders.actions.approve(ALL, open.id(), open.version(), "he will wait");
        assertThat(amended(passed, o.wishedDate(), "4").status()).isEqualTo(OrderStatus.APPROVED);
        Order later = orders.queries.find(ALL, o.id());
        assertThat(amended(later, o.wishedDate().minusDays(1), "4").findings()).as("another day").extracting(f -> f.problem().code()).contains("order.review.date");
    }

    private Order amended(Order o, LocalDate wished, String quantity) {
        return orders.amendments.amend(MAY, o.id(), o.version(), new Amendment(null, null, wished, null, List.of(line(o.lines().get(0), quantity, null))), "he called");
    }

    private static void code(Throwable e, String code) {
        assertThat(((AmphoraException) e).problems()).extracting(Problem::code).contains(code);
    }

    @TestTemplate
    void anOrderIsShownAsItWasAtAnyMoment() {
        Order placed = placed();
        List<Order> states = new ArrayList<>(List.of(placed));
        states.add(orders.amendments.amend(MAY, placed.id(), placed.version(), with(placed, line(placed.lines().get(0), "4", null), line(placed.lines().get(1), "3", null)), "more"));
        states.add(orders.holds.hold(ALL, placed.id(), last(states).version(), io.amphora.order.api.HoldType.STOCK, null, "count"));
        states.add(orders.holds.release(ALL, placed.id(), last(states).version(), last(states).holds().get(0).id(), "counted"));
        states.add(orders.actions.assign(ALL, placed.id(), last(states).version(), 1, "eve", null));
        states.add(orders.actions.split(ALL, placed.id(), last(states).version(), placed.lines().get(1).id(), BigDecimal.ONE));
        states.add(orders.actions.pick(ALL, placed.id(), last(states).version(), Set.of()));
        states.add(orders.actions.ship(ALL, placed.id(), last(states).version(), Set.of(placed.lines().get(0).id()), "DHL", "T"));

        var moments = orders.past.moments(ALL, placed.id());
        assertThat(moments).as("with that of placing").hasSize(states.size());
        for (int i = 0; i < moments.size(); i++) {
            Order then = orders.past.at(ALL, placed.id(), moments.get(i));
            assertThat(then.lines()).as("state " + i).isEqualTo(states.get(i).lines());
            assertThat(then.status()).isEqualTo(states.get(i).status());
            assertThat(then.total()).isEqualTo(states.get(i).total());
            assertThat(then.holds().stream().filter(io.amphora.order.api.Hold::isOpen).count()).isEqualTo(states.get(i).holds().stream().filter(io.amphora.order.api.Hold::isOpen).count());
            assertThat(then.shipments()).hasSameSizeAs(states.get(i).shipments());
        }
        assertThat(orders.past.at(ALL, placed.id(), java.time.Instant.now()).lines()).isEqualTo(last(states).lines());
        assertThatThrownBy(() -> orders.past.at(ALL, placed.id(), placed.createdAt().minusSeconds(1))).isInstanceOf(AmphoraException.Invalid.class)
                .hasMessageContaining("nothing to see of it before");
    }

    private static Order last(List<Order> states) {
        return states.get(states.size() - 1);
    }
}
