package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.identity.api.Role;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderApprovals.Absence;
import io.amphora.order.api.OrderApprovals.Removed;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.order.api.OrderApprovals.Step;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class ApprovalTest {
    private static final Actor SAM = new Actor("sam", "Sam", Set.of("order.read", "order.enter", "order.amend"));
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("order.read", "order.enter", "order.review", "order.amend", "order.cancel"));
    private static final Actor FAY = new Actor("fay", "Fay", Set.of("order.read"));
    private static final Actor BOB = new Actor("bob", "Bob", Set.of("order.read"));
    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
        orders.twins.roles.put("sam", Set.of(Role.SALES));
        orders.twins.roles.put("mia", Set.of(Role.MANAGER));
        orders.twins.roles.put("fay", Set.of(Role.FINANCE));
        orders.twins.roles.put("bob", Set.of(Role.SERVICE));
    }

    private static Rule rule(String name, String minTotal, String minDiscount, int step, String role, String person) {
        return new Rule(null, name, true, minTotal == null ? null : new BigDecimal(minTotal), null, minDiscount == null ? null : new BigDecimal(minDiscount), null, null, null, step, role, person, null, null);
    }

    private Order large(Actor by) {
        return orders.entry.place(by, anOrder().with("SKU-1", "200").build());
    }

    private static void code(Throwable e, String code) {
        assertThat(((AmphoraException) e).problems()).extracting(Problem::code).contains(code);
    }

    @TestTemplate
    void aRuleIsRemovedWithItsStepsAndOrdersThatWaitForNothingElseGoOn() {
        orders.twins.roles.put("kim", Set.of(Role.MANAGER));
        Rule boss = orders.approvals.save(ALL, rule("boss", "1000", null, 1, "MANAGER", null));
        Order one = large(SAM);
        Order found = orders.entry.place(SAM, anOrder().with("SKU-1", "200", "6").build());
        Order own = large(MIA);
        Rule money = orders.approvals.save(ALL, rule("money", "1000", null, 2, "FINANCE", null));
        Order two = large(SAM);
        Actor remover = new Actor("mia", "Mia", Set.of("order.read", "order.configure"));

        assertThatThrownBy(() -> orders.approvals.remove(remover, boss.id(), 0)).satisfies(e -> code(e, "order.rule-waits")).hasMessageContaining("4 orders");
        assertThat(orders.approvals.rules(ALL)).hasSize(2);
        assertThat(orders.approvals.remove(remover, boss.id(), 0, true)).isEqualTo(new Removed(1, 2, 1));

        assertThat(orders.queries.find(ALL, one.id()).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(orders.queries.timeline(ALL, one.id(), PageRequest.first(20)).items()).extracting(e -> e.who() + " " + e.what()).contains("mia step-fell", "mia approved");
        assertThat(orders.queries.find(ALL, found.id()).status()).as("what the review found stays").isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(orders.approvals.mine(FAY, PageRequest.first(10)).items()).as("the turn of the next step has come").extracting(w -> w.order().id()).containsExactly(two.id());
        Order still = orders.queries.find(ALL, own.id());
        assertThat(still.status()).as("nobody lets an own order pass by removing a rule").isEqualTo(OrderStatus.IN_REVIEW);
        assertThatThrownBy(() -> orders.actions.approve(MIA, own.id(), still.version(), null)).satisfies(e -> code(e, "order.own"));
        assertThat(orders.actions.approve(new Actor("kim", "Kim", Set.of("order.read")), own.id(), still.version(), null).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(orders.approvals.remove(ALL, money.id(), 0, true).passed()).isEqualTo(1);
    }

    @TestTemplate
    void stepsAreTakenInOrderEachBySomebodyElseAndTheLastLetsTheOrderPass() {
        orders.approvals.save(ALL, rule("money", "1000", null, 2, "FINANCE", null));
        orders.approvals.save(ALL, rule("boss", "1000", null, 1, "MANAGER", null));
        assertThat(orders.entry.place(SAM, anOrder().with("SKU-1", "3").build()).status()).isEqualTo(OrderStatus.APPROVED);
        Order o = large(SAM);

        assertThat(o.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(o.terms().openSteps()).isEqualTo(2);
        assertThat(orders.approvals.steps(SAM, o.id())).extracting(Step::rule).containsExactly("boss", "money");
        assertThat(orders.approvals.mine(MIA, PageRequest.first(10)).items()).extracting(w -> w.order().id()).containsExactly(o.id());
        assertThat(orders.approvals.mine(FAY, PageRequest.first(10)).items()).isEmpty();
        assertThatThrownBy(() -> orders.actions.approve(FAY, o.id(), o.version(), null)).satisfies(e -> code(e, "order.step-other"));
        assertThatThrownBy(() -> orders.actions.approve(SAM, o.id(), o.version(), null)).satisfies(e -> code(e, "order.own")).hasMessageContaining("possible now: reject")
                .hasMessageNotContaining("approve");

        Order one = orders.actions.approve(MIA, o.id(), o.version(), "fine");
        assertThat(one.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThatThrownBy(() -> orders.actions.approve(MIA, o.id(), one.version(), "again")).satisfies(e -> code(e, "order.step-twice"));
        assertThat(orders.approvals.mine(FAY, PageRequest.first(10)).items()).hasSize(1);
        Order done = orders.actions.approve(FAY, o.id(), one.version(), null);
        assertThat(done.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(done.terms().openSteps()).isZero();
        assertThat(orders.approvals.steps(SAM, o.id())).extracting(Step::decidedBy).containsExactly("mia", "fay");
    }

    @TestTemplate
    void whatWasDecidedBeforeTheOrderWasChangedCountsNoMore() {
        orders.approvals.save(ALL, rule("money", "1000", null, 2, "FINANCE", null));
        orders.approvals.save(ALL, rule("boss", "1000", null, 1, "MANAGER", null));
        Order o = large(SAM);
        Order one = orders.actions.approve(MIA, o.id(), o.version(), null);
        Order let = orders.actions.approve(FAY, o.id(), one.version(), null);
        Amendment more = new Amendment(let.reference(), let.shipTo(), let.wishedDate(), let.note(), List.of(new Amendment.Line(let.lines().get(0).id(), null, new BigDecimal(210), null)));
        Order again = orders.amendments.amend(ALL, o.id(), let.version(), more, "ten more");

        assertThat(again.terms().openSteps()).isEqualTo(2);
        Order two = orders.actions.approve(MIA, o.id(), again.version(), null);
        assertThatThrownBy(() -> orders.actions.approve(MIA, o.id(), two.version(), "again")).satisfies(e -> code(e, "order.step-twice"));
        assertThat(orders.actions.approve(FAY, o.id(), two.version(), null).status()).isEqualTo(OrderStatus.APPROVED);
    }

    @TestTemplate
    void conditionsHoldTogetherAndDiscountCounts() {
        orders.approvals.save(ALL, rule("discount", null, "15", 1, "MANAGER", null));
        assertThat(orders.entry.place(SAM, anOrder().with("SKU-1", "3", "9.00").build()).terms().openSteps()).isZero();
        assertThat(orders.entry.place(SAM, anOrder().with("SKU-1", "3", "8.40").build()).terms().openSteps()).isEqualTo(1);
        orders.approvals.save(ALL, new Rule(null, "bob's", true, null, "EUR", null, null, 3L, null, 1, null, "mia", null, null));
        assertThat(orders.entry.place(SAM, anOrder().with("SKU-1", "3").build()).terms().openSteps()).isZero();
        assertThat(orders.entry.place(SAM, anOrder().customer(3L).shipTo(Twins.ADDRESS).with("SKU-1", "3").build()).terms().openSteps()).isEqualTo(1);
    }

    @TestTemplate
    void marginNeedsKnownCosts() {
        orders.approvals.save(ALL, new Rule(null, "margin", true, null, null, null, new BigDecimal(20), null, null, 1, "MANAGER", null, null, null));
        assertThat(orders.entry.place(SAM, anOrder().with("SKU-1", "3").build()).terms().openSteps()).isZero();
        var p = orders.twins.products.get("SKU-1");
        orders.twins.products.put("SKU-1", new io.amphora.catalog.api.Product(p.id(), p.sku(), p.name(), p.unit(), p.price(), null, true, true, 1, null, new BigDecimal("8.50"), List.of()));
        assertThat(orders.entry.place(SAM, anOrder().with("SKU-1", "3").build()).terms().openSteps()).isEqualTo(1);
    }

    @TestTemplate
    void aSubstituteDecidesWhileSomebodyIsAwayButNeverOnTheOwnOrderNorForItsCreator() {
        orders.approvals.save(ALL, rule("boss", "1000", null, 1, null, "mia"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Order o = large(SAM);
        assertThatThrownBy(() -> orders.actions.approve(BOB, o.id(), o.version(), null)).satisfies(e -> code(e, "order.step-other"));
        orders.approvals.away(MIA, new Absence(0, null, "bob", today, today.plusDays(3)));
        orders.approvals.away(MIA, new Absence(0, "mia", "sam", today, today));

        assertThatThrownBy(() -> orders.actions.approve(SAM, o.id(), o.version(), null)).satisfies(e -> code(e, "order.own"));
        assertThat(orders.actions.approve(BOB, o.id(), o.version(), null).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(orders.approvals.steps(SAM, o.id())).extracting(Step::onBehalfOf).containsExactly("mia");
        Order ofMia = large(MIA);
        assertThatThrownBy(() -> orders.actions.approve(BOB, ofMia.id(), ofMia.version(), null)).satisfies(e -> code(e, "order.step-other"));
        Absence gone = orders.approvals.absences(MIA).get(0);
        orders.approvals.back(MIA, gone.id());
        assertThatThrownBy(() -> orders.approvals.away(BOB, new Absence(0, "mia", "bob", today, today))).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void afterTheDeadlineSomebodyElseMayDecideToo() {
        orders.approvals.save(ALL, new Rule(null, "boss", true, new BigDecimal(1000), null, null, null, null, null, 1, null, "mia", 4, "FINANCE"));
        Order o = large(SAM);
        assertThat(orders.clockwork.escalate(OrderStore.now())).isZero();
        assertThatThrownBy(() -> orders.actions.approve(FAY, o.id(), o.version(), null)).satisfies(e -> code(e, "order.step-other"));

        assertThat(orders.clockwork.escalate(OrderStore.now().plus(Duration.ofHours(5)))).isEqualTo(1);
        assertThat(orders.clockwork.escalate(OrderStore.now().plus(Duration.ofHours(5)))).isZero();
        assertThat(orders.actions.approve(FAY, o.id(), orders.queries.find(ALL, o.id()).version(), null).status()).isEqualTo(OrderStatus.APPROVED);
    }

    @TestTemplate
    void amendingBeginsTheStepsAnewAndRejectingEndsThem() {
        orders.approvals.save(ALL, rule("boss", "1000", null, 1, "MANAGER", null));
        orders.approvals.save(ALL, rule("money", "1000", null, 2, "FINANCE", null));
        Order o = large(SAM);
        Order one = orders.actions.approve(MIA, o.id(), o.version(), null);
        Order amended = orders.amendments.amend(MIA, o.id(), one.version(),
                new Amendment(null, o.shipTo(), null, "note", List.of(new Amendment.Line(o.lines().get(0).id(), null, new BigDecimal(210), null))), "more");
        assertThat(amended.terms().openSteps()).isEqualTo(2);
        assertThatThrownBy(() -> orders.actions.approve(MIA, o.id(), amended.version(), null)).satisfies(e -> code(e, "order.own"));
        Order rejected = orders.actions.reject(MIA, o.id(), amended.version(), "no");
        assertThat(rejected.terms().openSteps()).isZero();
        assertThat(orders.approvals.mine(FAY, PageRequest.first(9)).items()).isEmpty();
    }

    @TestTemplate
    void rulesThatMakeNoSenseAreRefusedNamingAll() {
        assertThatThrownBy(() -> orders.approvals.save(ALL, new Rule(null, " ", true, new BigDecimal(-1), "XXQ", null, null, null, null, 0, "MANAGER", "mia", 3, null)))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).contains("name", "minTotal", "currency", "step", "role", "escalateTo"));
        assertThatThrownBy(() -> orders.approvals.save(SAM, rule("x", null, null, 1, "MANAGER", null))).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    private List<String> asked(String topic) {
        return db.events().stream().filter(e -> e.topic().equals(topic)).map(e -> e.payload().replaceFirst(".*\"deciders\":\\[(.*)].*", "$1").replace("\"", "")).toList();
    }

    @TestTemplate
    void whoHasToDecideIsAskedByNameAndWhoStandsInForThemToo() {
        orders.twins.roles.put("max", Set.of(Role.MANAGER));
        orders.approvals.save(ALL, new Rule(null, "boss", true, new BigDecimal("1000"), null, null, null, null, null, 1, "MANAGER", null, 1, "FINANCE"));
        orders.approvals.save(ALL, rule("money", "1000", null, 2, null, "fay"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        orders.approvals.away(MIA, new Absence(0, null, "bob", today, today.plusDays(3)));
        AskApprovers ask = new AskApprovers(orders.tx, orders.store, new Roles(orders.twins.users()));
        Order o = large(SAM);
        orders.entry.place(SAM, anOrder().with("SKU-1", "1").build());

        ask.on(db.events().stream().filter(e -> e.topic().equals("order.placed")).toList());
        assertThat(asked("order.approval-asked")).containsExactly("bob,max");

        orders.clockwork.escalate(OrderStore.now().plus(java.time.Duration.ofHours(2)));
        ask.on(db.events().stream().filter(e -> e.topic().equals("order.escalated")).toList());
        assertThat(asked("order.approval-escalated")).containsExactly("fay");

        Order now = orders.queries.find(ALL, o.id());
        orders.actions.approve(new Actor("max", "Max", Set.of("order.read", "order.review")), o.id(), now.version(), null);
        ask.on(db.events().stream().filter(e -> e.topic().equals("order.step-approved")).toList());
        assertThat(asked("order.approval-asked")).containsExactly("bob,max", "fay");
    }
}
