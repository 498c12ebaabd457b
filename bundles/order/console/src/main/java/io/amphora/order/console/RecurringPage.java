package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.OrderQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Recurring orders, and above them the days whose order waits for something to be mended. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "recurring-orders", title = "recurring.title", icon = "vaadin:time-forward", group = MenuGroup.ORDERS, order = 40, permission = OrderQueries.READ)
public final class RecurringPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    private final transient OrderPlans plans;
    private final transient Actor actor = CurrentUser.actor();
    private final Div waiting = new Div();
    private final KeysetGrid<OrderPlan> grid;

    @Activate
    public RecurringPage(@Reference OrderPlans plans) {
        super("recurring.title");
        this.plans = plans;
        grid = new KeysetGrid<>(page -> plans.list(actor, null, page), OrderPlan::id);
        OrderStyles.on(this);
        Formats formats = Formats.current();
        grid.column("ordertemplate.one", OrderPlan::templateName);
        grid.column("order.customer", p -> p.customerName() == null ? "" : p.customerName());
        grid.column("recurring.schedule", p -> ScheduleForm.text(p.schedule()));
        grid.column("recurring.next", p -> formats.date(p.nextRun())).setFlexGrow(0);
        grid.badge("order.status", RecurringPage::state);
        grid.setCard(p -> card(p, formats));
        EmptyState empty = new EmptyState("time-forward", "recurring.none", "recurring.none.text");
        grid.setEmptyStateComponent(actor.may(OrderEntry.ENTER) ? empty.step("ordertemplate.title", () -> getUI().ifPresent(ui -> ui.navigate(OrderTemplatesPage.class))) : empty);
        grid.onOpen(p -> new PlanDialog(plans, actor, p, this::refresh).open());
        waiting.addClassName("waiting-runs");
        add(waiting);
        grow(grid);
        showWaiting();
        Live.on(this, "order-plan.*", keys -> refresh());
    }

    private void refresh() {
        grid.refresh();
        showWaiting();
    }

    private static Component state(OrderPlan p) {
        if (p.waiting() > 0) {
            return Badge.of(Badge.Tone.WARNING, "recurring.waiting", p.waiting());
        }
        return p.paused() ? Badge.of(Badge.Tone.NEUTRAL, "recurring.paused") : p.nextRun() == null ? Badge.of(Badge.Tone.NEUTRAL, "recurring.over") : Badge.of(Badge.Tone.SUCCESS, "recurring.active");
    }

    private static Div card(OrderPlan p, Formats formats) {
        Span name = new Span(p.templateName());
        name.addClassName("strong");
        Div top = new Div(name, state(p));
        Div bottom = new Div(new Span(p.customerName() == null ? "" : p.customerName()), new Span(formats.date(p.nextRun())));
        top.addClassName("card-row");
        bottom.addClassName("card-row");
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void showWaiting() {
        waiting.removeAll();
        plans.runs(actor, null, PageRequest.first(MOST)).items().forEach(r -> waiting.add(waiting(r)));
        waiting.setVisible(waiting.getComponentCount() > 0);
    }

    private Component waiting(OrderPlan.Run run) {
        OrderPlan plan = plans.find(actor, run.planId());
        Span what = new Span(Texts.of("recurring.waits", plan.templateName(), plan.customerName(), Formats.current().date(run.dueOn())));
        what.addClassName("strong");
        UnorderedList why = new UnorderedList();
        run.problems().forEach(p -> why.add(new ListItem(p.field().isEmpty() ? Texts.of(p) : p.field() + ": " + Texts.of(p))));
        Div box = new Div(what, why);
        box.addClassNames("surface", "waiting-run");
        if (actor.may(OrderEntry.ENTER)) {
            Button retry = new Button(Texts.of("recurring.retry"), e -> retry(run));
            retry.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
            retry.setId("retry-" + run.id());
            Button skip = new Button(Texts.of("recurring.give-up"), e -> ReasonDialog.ask(Texts.of("recurring.give-up"), Texts.of("recurring.give-up.text"), "recurring.give-up",
                    reason -> act(() -> plans.giveUp(actor, run.id(), run.version(), reason))));
            skip.addThemeVariants(ButtonVariant.LUMO_SMALL);
            Div row = new Div(retry, skip);
            row.addClassName("button-row");
            box.add(row);
        }
        return box;
    }

    private void retry(OrderPlan.Run run) {
        act(() -> {
            OrderPlan.Run now = plans.retry(actor, run.id(), run.version());
            if (now.orderId() != null) {
                Toast.success("recurring.done.ordered");
            } else {
                Toast.error("recurring.still");
            }
        });
    }

    private void act(Runnable step) {
        Toast.guard(step);
        refresh();
    }
}
