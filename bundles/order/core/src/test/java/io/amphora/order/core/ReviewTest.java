package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.ReviewChecks;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class ReviewTest {
    private static final Actor MANAGER = new Actor("mia", "Mia", Set.of("order.read", "order.enter", "order.review"));
    private static final Actor CREDIT = new Actor("finn", "Finn", Set.of("order.read", "order.credit"));

    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
        orders.twins.settings.put(OrderSettings.DUPLICATE_MINUTES, "10");
    }

    private static List<String> codes(Order order) {
        return order.findings().stream().map(f -> f.problem().code()).toList();
    }

    private Order place(String sku, String quantity) {
        return orders.entry.place(CLERK, anOrder().with(sku, quantity).build());
    }

    @TestTemplate
    void blacklistLooksAtEmailAndPhoneHoweverTheyAreWritten() {
        orders.twins.settings.put("order.review.blacklist", "bad@example.com\n0 55-501 14");
        orders.twins.customers.put(31L, new Customers.Facts(31, "C-31", "Eve", "DE", false, Twins.ADDRESS, null, null, "Bad@Example.com", null));
        orders.twins.customers.put(32L, new Customers.Facts(32, "C-32", "Bob", "DE", false, Twins.ADDRESS, null, null, null, "+49 40 5550114"));
        orders.twins.customers.put(33L, new Customers.Facts(33, "C-33", "Cem", "DE", false, Twins.ADDRESS, null, null, "good@example.com", "+49 40 5550115"));
        assertThat(orders.entry.place(ALL, anOrder().customer(31L).with("SKU-1", "1").build()).findings()).extracting(f -> f.problem().code()).containsExactly("order.review.blacklist");
        assertThat(orders.entry.place(ALL, anOrder().customer(32L).with("SKU-1", "1").build()).findings()).extracting(f -> f.problem().code()).containsExactly("order.review.blacklist");
        assertThat(orders.entry.place(ALL, anOrder().customer(33L).with("SKU-1", "1").build()).findings()).isEmpty();
    }

    @TestTemplate
    void openOrdersCountAgainstTheCreditLimit() {
        orders.twins.settings.put(OrderSettings.CREDIT_LIMIT, "100");
        Order first = place("SKU-1", "6");
        Order cancelled = place("SKU-2", "4");
        orders.actions.cancel(ALL, cancelled.id(), cancelled.version(), Set.of(), "no");

        Order fits = place("SKU-3", "4");
        Order over = place("SKU-4", "1");

        assertThat(first.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(fits.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(codes(over)).containsExactly("order.review.credit");
        assertThat(over.findings().get(0).problem().args()).containsExactly("100", "110", "100", "EUR");
        assertThat(over.findings().get(0).permission()).isEqualTo("order.credit");
    }

    @TestTemplate
    void findsTheSameLinesAndTheSameReferenceAgain() {
        Order first = orders.entry.place(CLERK, anOrder().reference("PO 7").with("SKU-1", "2").with("SKU-2", "1").build());
        Order same = orders.entry.place(CLERK, anOrder().with("SKU-2", "1.0").with("SKU-1", "2").build());
        Order reference = orders.entry.place(CLERK, anOrder().reference("po 7").with("SKU-3", "1").build());
        Order otherCustomer = orders.entry.place(CLERK, anOrder().customer(3L).shipTo(Twins.ADDRESS).reference("PO 7").with("SKU-1", "2").with("SKU-2", "1").build());
        Order two = orders.entry.place(CLERK, anOrder().with("SKU-1", "2").build());

        assertThat(first.findings()).isEmpty();
        assertThat(codes(same)).containsExactly("order.review.duplicate-lines");
        assertThat(codes(reference)).containsExactly("order.review.duplicate-reference");
        assertThat(reference.findings().get(0).problem().args()).containsExactly(first.number(), "po 7");
        assertThat(codes(otherCustomer)).doesNotContain("order.review.duplicate-lines", "order.review.duplicate-reference");
        assertThat(two.findings()).isEmpty();
        assertThat(orders.queries.withReference(ALL, 1, " PO 7 ")).extracting(OrderRow::id).containsExactly(reference.id(), first.id());
        assertThat(orders.queries.withReference(ALL, 1, "PO")).isEmpty();
    }

    @TestTemplate
    void whatReplacesOtherGoodsIsFreeAndTheSameButForThatNothingIsOverlooked() {
        orders.twins.settings.put(OrderSettings.MAX_QUANTITY, "2");
        orders.entry.place(CLERK, anOrder().reference("PO").with("SKU-1", "2").build());
        NewOrder free = anOrder().reference("PO").with("SKU-1", "2", "0").build();
        assertThat(codes(orders.entry.place(CLERK, free))).contains("order.review.price", "order.review.duplicate-reference");

        Order replaced = orders.entry.replace(CLERK, free);
        assertThat(replaced.findings()).isEmpty();
        assertThat(replaced.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(codes(orders.entry.replace(CLERK, anOrder().with("SKU-1", "3", "0").build()))).containsExactly("order.review.quantity");
        assertThatThrownBy(() -> orders.entry.replace(CLERK, anOrder().with("SKU-1", "2", "0.01").with("SKU-2", "1").build())).isInstanceOf(AmphoraException.Invalid.class)
                .hasMessageContaining("must be 0");
    }

    @TestTemplate
    void twoNumbersOfAChannelAreTwoOrders() {
        orders.entry.place(CLERK, anOrder().externalId("1").reference("PO").with("SKU-1", "2").build());

        assertThat(orders.entry.place(CLERK, anOrder().externalId("2").reference("PO").with("SKU-1", "2").build()).findings()).isEmpty();
    }

    @TestTemplate
    void draftIsNoDuplicateOfItself() {
        Order draft = orders.entry.draft(CLERK, anOrder().reference("PO 8").with("SKU-1", "2").build());

        assertThat(orders.entry.submit(CLERK, draft.id(), draft.version()).findings()).isEmpty();
    }

    @TestTemplate
    void blacklistAndRiskAreFound() {
        orders.twins.settings.put(OrderSettings.BLACKLIST, "nobody\n MILL lane ");
        orders.twins.settings.put(OrderSettings.RISK_THRESHOLD, "50");

        Order order = orders.entry.place(CLERK, anOrder().shipTo(new Address("Ada", "1 Mill Lane", "Lyon", null, null, "France")).with("SKU-1", "1").build());

        assertThat(codes(order)).containsExactly("order.review.blacklist", "order.review.risk", "order.review.risk.first-order", "order.review.risk.country");
    }

    @TestTemplate
    void findingsPassOneByOneEachByWhoMay() {
        orders.twins.settings.put(OrderSettings.CREDIT_LIMIT, "5");
        orders.twins.settings.put(OrderSettings.MAX_QUANTITY, "1");
        Order order = place("SKU-1", "2");
        long quantity = order.findings().get(0).id();
        long credit = order.findings().get(1).id();

        assertThatThrownBy(() -> orders.actions.waive(CREDIT, order.id(), order.version(), Set.of(quantity, credit), "ok")).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("lines[0].quantity"));
        assertThatThrownBy(() -> orders.actions.approve(MANAGER, order.id(), order.version(), "ok")).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.waive-not-permitted"));
        assertThatThrownBy(() -> orders.actions.waive(CREDIT, order.id(), order.version(), Set.of(credit), " ")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> orders.actions.waive(CREDIT, order.id(), order.version(), Set.of(-1L), "ok")).isInstanceOf(AmphoraException.Invalid.class);

        Order waived = orders.actions.waive(CREDIT, order.id(), order.version(), Set.of(credit), "pays in advance");
        assertThatThrownBy(() -> orders.actions.waive(CREDIT, order.id(), order.version(), Set.of(credit), "again")).isInstanceOf(AmphoraException.Stale.class);
        Order approved = orders.actions.approve(MANAGER, waived.id(), waived.version(), "agreed");

        assertThat(waived.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(approved.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(approved.findings()).extracting(Order.Finding::waivedBy, Order.Finding::reason).containsExactly(org.assertj.core.api.Assertions.tuple("mia", "agreed"),
                org.assertj.core.api.Assertions.tuple("finn", "pays in advance"));
        assertThat(orders.queries.timeline(ALL, order.id(), PageRequest.first(10)).items()).filteredOn(t -> t.what().equals("waived")).extracting(TimelineEntry::who, TimelineEntry::note)
                .containsExactlyInAnyOrder(org.assertj.core.api.Assertions.tuple("mia", "agreed"), org.assertj.core.api.Assertions.tuple("finn", "pays in advance"));
    }

    @TestTemplate
    void whoHadAHandInAnOrderNeverLetsItPass() {
        Order entered = orders.entry.place(MANAGER, anOrder().customer(2L).with("SKU-1", "1").build());
        Order drafted = orders.entry.draft(CLERK, anOrder().customer(2L).with("SKU-1", "2").build());
        Order changed = orders.entry.changeDraft(MANAGER, drafted.id(), drafted.version(), anOrder().customer(2L).with("SKU-1", "3").build());
        Order submitted = orders.entry.submit(CLERK, changed.id(), changed.version());
        Order byClerk = orders.entry.draft(CLERK, anOrder().customer(2L).with("SKU-1", "4").build());
        Order submittedByManager = orders.entry.submit(MANAGER, byClerk.id(), byClerk.version());

        for (Order o : List.of(entered, submitted, submittedByManager)) {
            Set<Long> all = Set.of(o.findings().get(0).id());
            assertThatThrownBy(() -> orders.actions.approve(MANAGER, o.id(), o.version(), "mine")).isInstanceOfSatisfying(AmphoraException.Refused.class,
                    e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.own"));
            assertThatThrownBy(() -> orders.actions.waive(MANAGER, o.id(), o.version(), all, "mine")).isInstanceOf(AmphoraException.Refused.class);
            assertThat(orders.queries.find(ALL, o.id())).isEqualTo(o);
            assertThat(orders.actions.approve(ALL, o.id(), o.version(), "looked at").status()).isEqualTo(OrderStatus.APPROVED);
        }
    }

    @TestTemplate
    void limitsAreChangedByWhoMayAndVerified() {
        ReviewChecks checks = orders.checks;

        checks.change(ALL, Map.of(OrderSettings.MAX_TOTAL, "10", OrderSettings.CREDIT_LIMIT, ""));

        assertThat(checks.limits(ALL)).containsEntry(OrderSettings.MAX_TOTAL, "10").containsEntry(OrderSettings.PRICE_TOLERANCE, "25");
        assertThat(codes(place("SKU-1", "2"))).containsExactly("order.review.total");
        assertThatThrownBy(() -> checks.change(ALL, Map.of("order.review.nothing", "1", OrderSettings.MAX_TOTAL, "-1", OrderSettings.MAX_QUANTITY, "")))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).hasSize(3));
        assertThatThrownBy(() -> checks.change(MANAGER, Map.of(OrderSettings.MAX_TOTAL, "1"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(checks.checks(ALL, Locale.SIMPLIFIED_CHINESE)).hasSize(12).first().extracting(ReviewChecks.CheckInfo::title).isEqualTo("客户");
    }
}
