package io.amphora.order.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRow;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments.Difference;
import io.amphora.order.api.OrderAmendments.Preview;
import io.amphora.order.api.OrderAmendments.Revision;
import io.amphora.order.api.OrderApprovals;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.order.api.OrderApprovals.Step;
import io.amphora.order.api.OrderApprovals.Waiting;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderBulk;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderPast;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderRow;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvals, amendments, bulk runs, and what else changes an order. */
class LifePagesTest {
    private final List<Object> done = new ArrayList<>();
    private final OneOrder orders = new OneOrder(LineStatus.APPROVED);

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mia", "Mia", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> does) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
            Function<Object[], Object> f = does.get(m.getName());
            if (f == null) {
                throw new UnsupportedOperationException(m.toString());
            }
            return f.apply(a);
        }));
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText("!" + key));
    }

    private OrderBulk bulk() {
        BulkRun run = new BulkRun(3, 7, BulkAction.CANCEL, "no", "mia", Instant.EPOCH, Instant.EPOCH, BulkRun.State.ENDED, 2, 1, 1);
        return of(OrderBulk.class, Map.of("submit", a -> {
            done.add(a[1]);
            return run;
        }, "find", a -> run, "list", a -> new Page<>(List.of(run), null), "rows", a -> new Page<>(List.of(new BulkRow(2, 18, "A-18", BulkRow.Outcome.REFUSED, List.of(Problem.of("", "x", "too late")))), null)));
    }

    @Test
    void bulkStepsAskWhyAndShowWhoSaidNo() {
        KeysetGrid<OrderRow> grid = new KeysetGrid<>(p -> orders.list(null, OrderFilter.ALL, p), OrderRow::id);
        grid.setSelectionMode(com.vaadin.flow.component.grid.Grid.SelectionMode.MULTI);
        UI.getCurrent().add(grid, new BulkBar(grid, bulk(), null, () -> OrderFilter.ALL, CurrentUser.actor()));
        grid.select(orders.list(null, OrderFilter.ALL, PageRequest.first(1)).items().get(0));

        _click(button("order.bulk.action.cancel"));
        assertThat(done).isEmpty();
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "gone");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        BulkRequest asked = (BulkRequest) done.get(0);
        assertThat(asked.orders()).containsExactly(new BulkRequest.Target(OneOrder.ID, 4L));
        assertThat(asked.reason()).isEqualTo("gone");
        assertThat(_find(ListItem.class)).hasSize(1);
        assertThat(grid.getSelectedItems()).isEmpty();
    }

    @Test
    void bulkTakesAllThatTheListShows() {
        KeysetGrid<OrderRow> grid = new KeysetGrid<>(p -> orders.list(null, OrderFilter.ALL, p), OrderRow::id);
        grid.setSelectionMode(com.vaadin.flow.component.grid.Grid.SelectionMode.MULTI);
        OrderFilter shown = OrderFilter.ofText("A-");
        UI.getCurrent().add(grid, new BulkBar(grid, bulk(), null, () -> shown, CurrentUser.actor()));
        grid.select(orders.list(null, OrderFilter.ALL, PageRequest.first(1)).items().get(0));
        _click(_get(Button.class, spec -> spec.withId("bulk-all")));
        _click(button("order.bulk.action.pick"));

        assertThat(((BulkRequest) done.get(0)).orders()).isEmpty();
        assertThat(((BulkRequest) done.get(0)).filter()).isEqualTo(shown);
    }

    @Test
    void runsAreKeptOnAPage() {
        BulkRunsPage page = new BulkRunsPage(bulk());
        UI.getCurrent().add(page);
        page.setParameter(null, null);
        assertThat(_find(ListItem.class)).hasSize(1);
    }

    private static Step step(String by) {
        return new Step(1, OneOrder.ID, 1, "Boss", "MANAGER", null, null, null, null, by, null, by == null ? null : Instant.EPOCH, null);
    }

    private OrderApprovals approvals(Problem obstacle) {
        Rule rule = new Rule(5L, "Boss", true, BigDecimal.TEN, null, null, null, null, null, 1, "MANAGER", null, null, null);
        OrderRow row = orders.list(null, OrderFilter.ALL, PageRequest.first(1)).items().get(0);
        Map<String, Function<Object[], Object>> does = new java.util.HashMap<>();
        does.put("rules", a -> List.of(rule));
        does.put("absences", a -> List.of());
        does.put("mine", a -> new Page<>(List.of(new Waiting(step(null), row)), null));
        does.put("steps", a -> List.of(step("max"), step(null)));
        does.put("obstacle", a -> obstacle);
        does.put("save", a -> {
            if (((Rule) a[1]).name().isBlank()) {
                throw new AmphoraException.Invalid(Problem.of("name", "required", "must not be empty"));
            }
            done.add(a[1]);
            return a[1];
        });
        return of(OrderApprovals.class, does);
    }

    @Test
    void rulesAreEditedAndWhatIsWrongShowsAtItsField() {
        UI.getCurrent().add(new ApprovalsPage(approvals(null), null));
        _click(_get(Button.class, spec -> spec.withId("add-rule")));
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(_get(TextField.class, spec -> spec.withId("rule-name")).isInvalid()).isTrue();
        _setValue(_get(TextField.class, spec -> spec.withId("rule-name")), "Large");
        _setValue(_get(BigDecimalField.class, spec -> spec.withId("rule-total")), new BigDecimal("500"));
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(done).containsExactly(new Rule(null, "Large", true, new BigDecimal("500"), null, null, null, null, null, 1, "MANAGER", null, null, null));
    }

    @Test
    void whoseTurnItIsDecidesAndOthersAreToldWhy() {
        Order inReview = new Order(OneOrder.ID, "A-17", Order.Kind.SALE, "console", null, 3L, "Ada", null, io.amphora.order.api.OrderStatus.IN_REVIEW, Money.of("1.00", "EUR"),
                io.amphora.customer.api.Address.EMPTY, null, null, Instant.EPOCH, Instant.EPOCH, "sam", null, null, false, List.of(), List.of(), List.of(), 4, List.of(),
                new Order.Terms(false, null, 0, 1, 1), null, null, null);
        var queries = of(io.amphora.order.api.OrderQueries.class, Map.of("find", a -> inReview));
        UI.getCurrent().add(new ApprovalPanel(approvals(Problem.of("", "no", "somebody else decides")), queries, orders).create(CurrentUser.actor(), "17"));
        _assertNone(Button.class, spec -> spec.withId("decide-step"));
        UI.getCurrent().removeAll();

        UI.getCurrent().add(new ApprovalPanel(approvals(null), queries, orders).create(CurrentUser.actor(), "17"));
        _click(_get(Button.class, spec -> spec.withId("decide-step")));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "fine");
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(orders.done).containsExactly("approve fine");
    }

    private LifePanel life(OneOrder of) {
        OrderRearrangements rearrange = LifePagesTest.of(OrderRearrangements.class, Map.of("reopen", a -> {
            done.add("reopen " + a[3]);
            return of.find(null, OneOrder.ID);
        }, "closeShort", a -> of.find(null, OneOrder.ID)));
        return new LifePanel(of, rearrange, LifePagesTest.of(OrderBackorders.class, Map.of("terms", a -> {
            done.add(a[3]);
            return of.find(null, OneOrder.ID);
        })));
    }

    private PastPage past(OneOrder of) {
        OrderPast past = LifePagesTest.of(OrderPast.class, Map.of("moments", a -> List.of(Instant.EPOCH.plusSeconds(9)), "at", a -> {
            done.add(a[2]);
            return of.find(null, OneOrder.ID);
        }));
        PastPage page = new PastPage(past, of, LifePagesTest.of(io.amphora.inventory.api.Locations.class, Map.of("list", a -> List.of())));
        UI.getCurrent().add(page);
        page.setParameter(null, OneOrder.ID);
        return page;
    }

    @Test
    void thePageOfTheOrderAsItWasShowsAllOfItAndDoesNothing() {
        PastPage page = past(new OneOrder(LineStatus.IN_REVIEW, new Order.Finding(1, Problem.of("", "x", "x"), null, null)));

        assertThat(_find(LinesTable.class)).hasSize(1);
        assertThat(_find(TotalsBlock.class)).hasSize(1);
        assertThat(_find(FindingsPanel.class)).hasSize(1);
        assertThat(_find(OrderTimeline.class)).hasSize(1);
        assertThat(page.actions()).isEmpty();
        _assertNone(Button.class, spec -> spec.withClasses("waive"));
        _assertNone(MentionField.class);
        assertThat(done).hasSize(1);
        assertThatThrownBy(() -> _click(_get(Button.class, spec -> spec.withId("past-now")))).isInstanceOf(com.vaadin.flow.router.NotFoundException.class);
    }

    @Test
    void whatIsTooLateSaysSoAndACancelledOrderOpensAgain() {
        UI.getCurrent().add(life(new OneOrder(LineStatus.PICKED)).create(CurrentUser.actor(), "17"));
        assertThat(_get(Button.class, spec -> spec.withId("order-life-amend")).isEnabled()).isFalse();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(life(new OneOrder(LineStatus.IN_REVIEW)).create(CurrentUser.actor(), "17"));
        assertThat(_get(Button.class, spec -> spec.withId("order-life-part")).isEnabled()).as("nothing can leave it").isFalse();
        UI.getCurrent().removeAll();

        UI.getCurrent().add(life(new OneOrder(LineStatus.CANCELLED)).create(CurrentUser.actor(), "17"));
        _assertNone(Button.class, spec -> spec.withId("order-life-amend"));
        _click(_get(Button.class, spec -> spec.withId("order-life-reopen")));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "he pays");
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(done).containsExactly("reopen he pays");
    }

    @Test
    void showsTheOrderAsItWasAndHowItIsDelivered() {
        UI.getCurrent().add(life(orders).create(CurrentUser.actor(), "17"));
        _click(_get(Button.class, spec -> spec.withId("order-life-delivery")));
        _setValue(_get(com.vaadin.flow.component.checkbox.Checkbox.class, spec -> spec.withId("ship-complete")), true);
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(done).containsExactly(new io.amphora.order.api.NewOrder.Delivery(true, null, 0));
    }

    @Test
    void anAmendmentShowsWhatItComesToBeforeItIsMade() {
        var amendments = of(io.amphora.order.api.OrderAmendments.class, Map.of("preview", a -> new Preview(Money.of("25.80", "EUR"), Money.of("12.90", "EUR"), Money.of("-12.90", "EUR"),
                List.of(new Difference("lines[TEA-1].quantity", "2", "1")), List.of(), 0), "amend", a -> {
                    done.add(a[3]);
                    done.add(a[4]);
                    return orders.find(null, OneOrder.ID);
                }));
        var product = new io.amphora.catalog.api.Product(1, "TEA-1", "Darjeeling", "pcs", Money.of("12.90", "EUR"), null, true, false, 1);
        AmendPage page = new AmendPage(amendments, orders, of(io.amphora.catalog.api.Products.class, Map.of("lookup", a -> Map.of("TEA-1", product))), null);
        UI.getCurrent().add(page);
        page.setParameter(null, OneOrder.ID);
        assertThat(_find(DifferencesTable.class)).hasSize(1);
        _setValue(_get(EntryLine.class).quantity(), BigDecimal.ONE);
        _click(_get(Button.class, spec -> spec.withId("amend")));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "less");
        // it leads to the page of the order, which has no route here
        assertThatThrownBy(() -> _click(_get(Button.class, spec -> spec.withId("confirm")))).isInstanceOf(com.vaadin.flow.router.NotFoundException.class);

        assertThat(((Amendment) done.get(0)).lines()).containsExactly(new Amendment.Line(1L, "TEA-1", BigDecimal.ONE, new BigDecimal("12.90"), new Amendment.Terms(null, null, null)));
        assertThat(((Amendment) done.get(0)).pricing()).isEqualTo(new Amendment.Pricing(null, List.of()));
        assertThat(done.get(1)).isEqualTo("less");
    }

    @Test
    void revisionsShowWhatTheyChanged() {
        var amendments = of(io.amphora.order.api.OrderAmendments.class, Map.of("revisions", a -> List.of(new Revision(1, Instant.EPOCH, "sam", null, Money.of("1", "EUR")),
                new Revision(2, Instant.EPOCH, "mia", "more", Money.of("2", "EUR"))), "differences", a -> List.of(new Difference("total", "1", "2"))));
        UI.getCurrent().add(new RevisionsPanel(amendments).create(CurrentUser.actor(), "17"));
        assertThat(_find(DifferencesTable.class)).hasSize(1);
        assertThat(_find(Span.class, spec -> spec.withText("!order.revision.first"))).hasSize(1);
    }
}
