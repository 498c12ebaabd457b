package io.amphora.order.core;

import static io.amphora.order.core.EntryFixture.DAY;
import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.order.api.OrderStatus;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates.Content;
import io.amphora.order.api.Schedule;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class RecurringTest {
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("order.enter", "order.read", "order.review"));

    private EntryFixture entry;
    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        entry = new EntryFixture(db);
        orders = entry.orders;
    }

    private OrderTemplate template(String quantity) {
        return entry.templates.create(MIA, new Content("Weekly tea", 1L, "EUR", null, List.of(new OrderTemplate.Line("SKU-1", new BigDecimal(quantity), null))));
    }

    private OrderPlan weekly(String quantity) {
        return entry.plans.create(MIA, template(quantity).id(), 1L, new Schedule(Schedule.Unit.WEEK, 1, DayOfWeek.WEDNESDAY, null, DAY, null));
    }

    private int look() {
        return entry.runs.look(OrderStore.now());
    }

    private List<OrderRow> made() {
        return orders.queries.list(ALL, new OrderFilter(null, null, "recurring", null, null, null, null, null, null), PageRequest.first(50)).items();
    }

    @TestTemplate
    void templateFromAnOrderBeginsAnother() {
        Order like = orders.entry.place(ALL, anOrder().with("SKU-1", "2").with("SKU-1", "1").with("SKU-2", "4").build());
        OrderTemplate own = entry.templates.fromOrder(MIA, like.id(), "As always", false);
        OrderTemplate shared = entry.templates.fromOrder(MIA, like.id(), "As always", true);

        Order draft = entry.templates.draft(MIA, shared.id(), 3L, "console");

        assertThat(own.lines()).extracting(OrderTemplate.Line::sku).containsExactly("SKU-1", "SKU-2");
        assertThat(draft.customerId()).isEqualTo(3);
        assertThat(draft.lines()).extracting(l -> l.quantity().intValueExact()).containsExactly(3, 4);
        assertThat(entry.templates.list(MIA, "as", 1L, PageRequest.first(10)).items()).containsExactly(own, shared);
        assertThat(entry.templates.list(MIA, null, 3L, PageRequest.first(10)).items()).containsExactly(shared);
        var first = entry.templates.list(MIA, null, null, PageRequest.first(1));
        assertThat(entry.templates.list(MIA, null, null, new PageRequest(first.next(), 1)).items()).containsExactly(shared);
    }

    @TestTemplate
    void namesOfTemplatesAreUniquePerCustomer() {
        template("1");

        assertThatThrownBy(() -> template("1")).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("name"));
        assertThatThrownBy(() -> entry.templates.create(MIA, new Content(" ", 77L, "EUR", null, List.of()))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).contains("name", "lines", "customerId"));
        assertThatThrownBy(() -> entry.templates.create(MIA, new Content("weekly TEA", 1L, "EURO", null,
                List.of(new OrderTemplate.Line("NOPE", new BigDecimal("-1"), new BigDecimal("-2")))))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactlyInAnyOrder("name", "currency", "lines[0].sku", "lines[0].quantity", "lines[0].unitPrice"));
    }

    @TestTemplate
    void eachDueDayBecomesOneOrderInTheNameOfWhoPlannedIt() {
        OrderPlan plan = weekly("2");
        assertThat(plan.nextRun()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(look()).isZero();

        entry.dayIs(LocalDate.of(2026, 5, 14));
        assertThat(look()).isEqualTo(2);
        assertThat(look()).isZero();

        assertThat(made()).hasSize(2);
        Order order = orders.queries.find(ALL, made().get(0).id());
        assertThat(order.createdBy()).isEqualTo("mia");
        assertThat(order.externalId()).isEqualTo(plan.id() + "-2026-05-13");
        assertThat(entry.plans.find(MIA, plan.id()).nextRun()).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(entry.plans.runs(MIA, plan.id(), PageRequest.first(5)).items()).extracting(OrderPlan.Run::state).containsOnly(OrderPlan.RunState.ORDERED);
    }

    @TestTemplate
    void whoSaidLastWhatIsOrderedHasEnteredItToo() {
        OrderPlan plan = weekly("2");
        OrderTemplate template = entry.templates.find(MIA, plan.templateId());
        Actor max = new Actor("max", "Max", Set.of("*"));
        entry.templates.change(max, template.id(), template.version(), new Content(template.name(), template.customerId(), "EUR", null,
                List.of(new OrderTemplate.Line("SKU-1", BigDecimal.ONE, new BigDecimal("0.20")))));
        entry.dayIs(LocalDate.of(2026, 5, 6));
        assertThat(look()).isEqualTo(1);

        Order order = orders.queries.find(ALL, made().get(0).id());
        assertThat(order.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThatThrownBy(() -> orders.actions.approve(max, order.id(), order.version(), "cheap")).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.own"));
    }

    @TestTemplate
    void whatFailsWaitsWithAllItsReasonsUntilItIsMended() {
        OrderPlan plan = entry.plans.create(MIA, entry.templates.create(MIA, new Content("Two", 1L, "EUR", null,
                List.of(new OrderTemplate.Line("SKU-1", BigDecimal.ONE, null), new OrderTemplate.Line("SKU-2", BigDecimal.ONE, null)))).id(), 1L,
                new Schedule(Schedule.Unit.DAY, 1, null, null, DAY, DAY));
        orders.twins.product("SKU-1", "10", false, true);
        orders.twins.products.remove("SKU-2");

        assertThat(look()).isZero();
        OrderPlan.Run waiting = entry.plans.runs(MIA, null, PageRequest.first(5)).items().get(0);
        assertThat(waiting.problems()).extracting(Problem::field).containsExactly("lines[0].sku", "lines[1].sku");
        assertThat(waiting.problems().get(1).message()).contains("SKU-2");
        assertThat(entry.plans.find(MIA, plan.id()).waiting()).isEqualTo(1);
        assertThat(entry.plans.countWaiting(MIA, 10)).isEqualTo(1);
        assertThat(look()).as("not before its hour").isZero();

        orders.twins.product("SKU-1", "10", true, true);
        orders.twins.product("SKU-2", "10", true, true);
        assertThat(entry.runs.look(OrderStore.now().plus(Duration.ofHours(2)))).isEqualTo(1);
        assertThat(made()).hasSize(1);
    }

    @TestTemplate
    void waitingRunIsTriedAtOnceOrGivenUp() {
        OrderPlan plan = entry.plans.create(MIA, template("9000000").id(), 1L, new Schedule(Schedule.Unit.DAY, 1, null, null, DAY, null));
        look();
        OrderPlan.Run waiting = entry.plans.runs(MIA, plan.id(), PageRequest.first(5)).items().get(0);

        OrderPlan.Run again = entry.plans.retry(MIA, waiting.id(), waiting.version());
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.problems()).isNotEmpty();
        OrderPlan.Run given = entry.plans.giveUp(MIA, again.id(), again.version(), "sold out");

        assertThat(given.state()).isEqualTo(OrderPlan.RunState.SKIPPED);
        assertThatThrownBy(() -> entry.plans.retry(MIA, given.id(), given.version())).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void pausedDaysAndSkippedDaysMakeNoOrder() {
        OrderPlan plan = weekly("1");
        OrderPlan skipped = entry.plans.skip(MIA, plan.id(), plan.version(), "holiday");
        assertThat(skipped.nextRun()).isEqualTo(LocalDate.of(2026, 5, 13));
        OrderPlan paused = entry.plans.pause(MIA, plan.id(), skipped.version(), true);

        entry.dayIs(LocalDate.of(2026, 5, 28));
        assertThat(look()).isZero();
        OrderPlan going = entry.plans.find(MIA, plan.id());
        assertThat(entry.plans.pause(MIA, plan.id(), going.version(), false).nextRun()).isEqualTo(LocalDate.of(2026, 6, 3));
        assertThat(made()).isEmpty();
        assertThat(paused.paused()).isTrue();
    }

    @TestTemplate
    void severalNodesAtOnceMakeOneOrder() throws Exception {
        entry.plans.create(MIA, template("1").id(), 1L, new Schedule(Schedule.Unit.DAY, 1, null, null, DAY, null));
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> looks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                looks.add(nodes.submit((Callable<Integer>) this::look));
            }
            for (Future<Integer> look : looks) {
                look.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(made()).hasSize(1);
        assertThat(entry.plans.runs(MIA, null, PageRequest.first(5)).items()).isEmpty();
    }

    @TestTemplate
    void scheduleIsChecked() {
        long template = template("1").id();

        assertThatThrownBy(() -> entry.plans.create(MIA, template, 99L, new Schedule(Schedule.Unit.MONTH, 0, null, 32, DAY, DAY.minusDays(1)))).isInstanceOfSatisfying(
                AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("customerId", "schedule.every", "schedule.dayOfMonth", "schedule.endsOn"));
        assertThatThrownBy(() -> entry.plans.create(MIA, template, 3L, new Schedule(Schedule.Unit.DAY, 1, null, null, DAY, null))).isInstanceOf(AmphoraException.Invalid.class);
        OrderPlan plan = entry.plans.create(MIA, template, 1L, new Schedule(Schedule.Unit.DAY, 1, null, null, DAY, null));
        assertThatThrownBy(() -> entry.templates.delete(MIA, template, entry.templates.find(MIA, template).version())).isInstanceOf(AmphoraException.Refused.class);
        entry.plans.end(MIA, plan.id(), plan.version());
        assertThat(entry.plans.list(MIA, null, PageRequest.first(5)).items()).isEmpty();
    }
}
