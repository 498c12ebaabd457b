package io.amphora.assignment.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.assignment.api.AssignmentException;
import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Assignments.RuleInfo;
import io.amphora.assignment.api.Decision;
import io.amphora.assignment.api.Reason;
import io.amphora.assignment.api.Verdict;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Settings;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(AssignmentEntities.class)
class RankedAssignmentsTest {
    private static final Actor BY = Actor.system("test");

    private final RuleBook book = new RuleBook(Duration.ofMillis(200));
    private final List<String> assigned = new ArrayList<>();
    private OrderStatus status = OrderStatus.APPROVED;
    private String automatic = "";
    private RankedAssignments assignments;
    private OrderQueries queries;

    /** What a test rule does. */
    private interface Rule {
        Verdict decide(AssignmentRequest r) throws AssignmentException;
    }

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        Locations locations = twin(Locations.class, Map.of("active", a -> List.of(new Location(1, "MAIN", "Main", null, 1, true, 1), new Location(2, "NORTH", "North", "Norway", 2, true, 1))));
        Stock stock = twin(Stock.class, Map.of("available", a -> Map.of("A", Map.of(1L, BigDecimal.ONE, 2L, BigDecimal.TEN), "B", Map.of(1L, BigDecimal.ZERO, 2L, BigDecimal.TEN))));
        queries = twin(OrderQueries.class, Map.of("find", a -> order((Long) a[1]), "openByLocation", a -> Map.of(1L, 5, 2L, 7)));
        OrderActions actions = twin(OrderActions.class, Map.of("assign", a -> {
            assigned.add(a[1] + " to " + a[3] + " " + a[4] + " because " + a[5]);
            return order((Long) a[1]);
        }));
        assignments = new RankedAssignments(db.tx("assignment"), book, new Question(locations, stock, queries), queries, actions);
    }

    private Order order(long id) {
        LineStatus line = LineStatus.valueOf(status.name());
        List<Order.Line> lines = List.of(new Order.Line(1, 1, "A", "a", new BigDecimal(2), "pcs", Money.of("1", "EUR"), Money.of("2", "EUR"), line, 1L),
                new Order.Line(2, 2, "B", "b", new BigDecimal(1), "pcs", Money.of("1", "EUR"), Money.of("1", "EUR"), line, 2L),
                new Order.Line(3, 3, "SERVICE", "s", new BigDecimal(1), "pcs", Money.of("1", "EUR"), Money.of("1", "EUR"), line, null));
        return new Order(id, "A-" + id, Order.Kind.SALE, "rest", null, 1L, "Ada", null, status, Money.of("4", "EUR"), new Address(null, null, null, null, null, "Norway"), null, null, Instant.EPOCH,
                Instant.EPOCH, "x", null, null, false, lines, List.of(), List.of(), 3);
    }

    private void rule(String id, int ranking, Rule rule) {
        book.bindRule(new AssignmentRule() {
            @Override
            public String title(Locale locale) {
                return "Rule " + id;
            }

            @Override
            public Verdict decide(AssignmentRequest request) throws AssignmentException {
                return rule.decide(request);
            }
        }, Map.of(AssignmentRule.PROPERTY_ID, id, "service.ranking", ranking));
    }

    @TestTemplate
    void firstRuleThatDoesNotAbstainDecidesAndTheRecordSaysWhy() {
        rule("late", 1, r -> {
            throw new IllegalStateException("never asked");
        });
        rule("abstains", 9, r -> Verdict.abstain("not mine"));
        rule("decides", 5, r -> new Verdict(2L, "Eve", "nearest", Map.of(1L, "far", 2L, "near")));

        Decision made = assignments.assign(BY, 17);

        assertThat(assigned).containsExactly("17 to 2 Eve because Rule decides: nearest");
        assertThat(assignments.decisions(BY, 17)).containsExactly(made);
        assertThat(made.id()).isPositive();
        assertThat(made.ruleId()).isEqualTo("decides");
        assertThat(made.asked()).extracting(Decision.Asked::ruleId, Decision.Asked::outcome, Decision.Asked::text).containsExactly(tuple("abstains", "abstained", "not mine"),
                tuple("decides", "decided", "nearest"));
        assertThat(made.candidates()).extracting(Decision.Considered::code, Decision.Considered::openOrders, Decision.Considered::inStock, Decision.Considered::reason)
                .containsExactly(tuple("MAIN", 5, false, "far"), tuple("NORTH", 7, true, "near"));
    }

    @TestTemplate
    void whatIsSaidInAllLanguagesIsKeptWithItsEnglishText() {
        Reason near = Reason.of("acme.near", "{0} is {1} km away", "NORTH", 12);
        rule("decides", 5, r -> Verdict.of(2L, null, near, Map.of(1L, Reason.of("acme.far", "x".repeat(301)), 2L, near)));

        assignments.assign(BY, 17);

        Decision kept = assignments.decisions(BY, 17).get(0);
        assertThat(kept.summary()).isEqualTo("NORTH is 12 km away");
        assertThat(kept.said()).isEqualTo(near);
        assertThat(kept.asked().get(0).said()).isEqualTo(near);
        assertThat(kept.candidates()).extracting(Decision.Considered::said).containsExactly(null, near);
    }

    @TestTemplate
    void brokenRulesArePassedOver() {
        CountDownLatch never = new CountDownLatch(1);
        rule("throws", 9, r -> {
            throw new AssignmentException("no map", null);
        });
        rule("misses-a-class", 8, r -> {
            throw new NoClassDefFoundError("gone/Away");
        });
        rule("hangs", 7, r -> hang(never));
        rule("null", 6, r -> null);
        rule("nonsense", 5, r -> new Verdict(99L, null, "x", Map.of()));

        Decision made = assignments.assign(BY, 17);

        assertThat(made.asked()).extracting(Decision.Asked::outcome).containsExactly("failed", "failed", "timed-out", "invalid", "invalid");
        assertThat(made.ruleId()).isEqualTo("none");
        assertThat(made.winner()).isEqualTo(2L);
        assertThat(assignments.rules(BY, Locale.ENGLISH)).extracting(RuleInfo::health).containsOnly("failing");
    }

    private static Verdict hang(CountDownLatch never) {
        try {
            never.await(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @TestTemplate
    void ruleThatKeepsFailingIsNotAskedForAWhile() {
        rule("throws", 9, r -> {
            throw new IllegalStateException("broken");
        });
        for (int i = 0; i < io.amphora.platform.api.guard.Breaker.FAILURES; i++) {
            assignments.preview(BY, 17);
        }

        Decision made = assignments.preview(BY, 17);

        assertThat(made.asked()).extracting(Decision.Asked::outcome).containsExactly("skipped");
        RuleInfo info = assignments.rules(BY, Locale.ENGLISH).get(0);
        assertThat(info.health()).isEqualTo("open");
        assertThat(info.failed()).isEqualTo(3);
        assertThat(info.lastError()).contains("broken");
        assertThat(assigned).isEmpty();
        assertThat(assignments.decisions(BY, 17)).isEmpty();
    }

    @TestTemplate
    void goneRuleIsNotAskedAndItsDecisionsStay() {
        AssignmentRule rule = new AssignmentRule() {
            @Override
            public String title(Locale locale) {
                return "Guest";
            }

            @Override
            public Verdict decide(AssignmentRequest request) {
                return new Verdict(request.candidates().stream().map(Candidate::locationId).findFirst().orElseThrow(), null, "mine", Map.of());
            }
        };
        book.bindRule(rule, Map.of(AssignmentRule.PROPERTY_ID, "guest"));
        assignments.assign(BY, 17);
        book.unbindRule(rule);

        assertThat(assignments.rules(BY, Locale.ENGLISH)).isEmpty();
        assertThat(assignments.assign(BY, 17).ruleId()).isEqualTo("none");
        assertThat(assignments.decisions(BY, 17)).extracting(Decision::ruleTitle).containsExactly(null, "Guest");
    }

    @TestTemplate
    void shippedOrderIsRefusedBeforeAnyRuleIsAsked() {
        status = OrderStatus.SHIPPED;

        assertThatThrownBy(() -> assignments.assign(BY, 17)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> assignments.assign(new Actor("x", "x", Set.of("order.read")), 17)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void approvedOrdersAreAssignedByThemselvesUnlessSwitchedOff() {
        AutomaticAssignment automatically = new AutomaticAssignment(assignments, queries, twin(Settings.class, Map.of("get", a -> Optional.of(automatic))));
        Event placed = new Event(1, "order.placed", "17", "{\"by\":\"x\",\"number\":\"A-17\",\"status\":\"APPROVED\"}", Instant.EPOCH);
        Event review = new Event(2, "order.placed", "18", "{\"by\":\"x\",\"number\":\"A-18\",\"status\":\"IN_REVIEW\"}", Instant.EPOCH);

        automatically.on(List.of(placed, review));
        automatic = "false";
        automatically.on(List.of(placed));

        assertThat(assigned).hasSize(1);
        status = OrderStatus.ASSIGNED;
        automatic = "true";
        automatically.on(List.of(placed));
        assertThat(assigned).hasSize(1);
    }

    private static <T> T twin(Class<T> type, Map<String, Function<Object[], Object>> does) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> does.get(m.getName()).apply(a)));
    }
}
