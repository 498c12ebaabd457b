package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.OrderApprovals;
import io.amphora.order.api.OrderApprovals.Absence;
import io.amphora.order.api.OrderApprovals.Removed;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.order.api.OrderApprovals.Waiting;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.ReviewChecks;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What waits for me to decide, who stands in for whom, and the rules that ask for it. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "approvals", title = "order.approvals", icon = "vaadin:check-square-o", group = MenuGroup.ORDERS, order = 15, permission = OrderQueries.READ)
public final class ApprovalsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final transient OrderApprovals approvals;
    private final transient Customers customers;
    private final transient Actor actor = CurrentUser.actor();
    private final Div mine = new Div();
    private final Div away = new Div();
    private final Div rules = new Div();

    @Activate
    public ApprovalsPage(@Reference OrderApprovals approvals, @Reference Customers customers) {
        super("order.approvals");
        this.approvals = approvals;
        this.customers = customers;
        OrderStyles.on(this);
        boolean mayConfigure = actor.may(ReviewChecks.CONFIGURE);
        action("order.absence.add", () -> new AbsenceDialog(mayConfigure ? null : actor.name(), a -> approvals.away(actor, a), this::show).open());
        if (mayConfigure) {
            action("order.rule.add", () -> edit(null)).setId("add-rule");
        }
        for (Div box : List.of(mine, away, rules)) {
            box.addClassName("surface");
        }
        Div content = new Div(mine, rules, away);
        content.addClassName("stack");
        grow(content);
        show();
        Live.on(this, "order.*", keys -> showMine());
    }

    private void show() {
        showMine();
        showRules();
        showAbsences();
    }

    private void showMine() {
        mine.removeAll();
        mine.add(new H2(Texts.of("order.approvals.mine")));
        List<Waiting> waiting = approvals.mine(actor, PageRequest.first(MOST)).items();
        if (waiting.isEmpty()) {
            mine.add(muted(Texts.of("order.approvals.none")));
        }
        Formats f = Formats.current();
        waiting.forEach(w -> {
            Span number = new Span(w.order().number());
            number.addClassName("strong");
            Span total = new Span(f.money(w.order().total().rounded()));
            total.addClassName("number");
            Anchor row = new Anchor("order/" + w.order().id(), "");
            row.add(number, muted(w.order().customerName() == null ? "" : w.order().customerName()), new Span(w.step().rule()),
                    w.step().dueAt() == null ? new Span() : muted(Texts.of("order.approval.due", f.dateTime(w.step().dueAt()))), total);
            row.addClassName("approval-row");
            mine.add(row);
        });
    }

    private void showRules() {
        rules.removeAll();
        rules.add(new H2(Texts.of("order.rules")));
        List<Rule> all = approvals.rules(actor);
        if (all.isEmpty()) {
            rules.add(muted(Texts.of("order.rules.none")));
        }
        all.forEach(r -> rules.add(row(r)));
    }

    private Div row(Rule r) {
        Span name = new Span(r.step() + ". " + r.name());
        name.addClassName("strong");
        Div what = new Div(name, muted(ApprovalTexts.conditions(r)));
        what.addClassName("two-lines");
        Div row = new Div(what, new Span(ApprovalTexts.decides(r)), r.active() ? Badge.of(Badge.Tone.SUCCESS, "order.rule.active") : Badge.of(Badge.Tone.NEUTRAL, "order.rule.off"));
        row.addClassName("rule-row");
        if (actor.may(ReviewChecks.CONFIGURE)) {
            Button edit = new Button(Texts.of("order.rule.edit"), e -> edit(r));
            edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            row.add(edit);
        }
        return row;
    }

    private void edit(Rule rule) {
        if (rule == null) {
            new RuleDialog(customers, actor, null, new Edit(() -> 0), (r, seen) -> approvals.save(actor, r, seen), null, this::show).open();
            return;
        }
        Toast.guard(() -> {
            Edit edit = new Edit(() -> approvals.version(actor, rule.id()));
            new RuleDialog(customers, actor, approvals.rule(actor, rule.id()), edit, (r, seen) -> approvals.save(actor, r, seen), seen -> remove(rule, seen),
                    this::show).open();
        });
    }

    /** Who removes it decides about the orders that wait for it. */
    private void remove(Rule rule, long seen) {
        try {
            approvals.remove(actor, rule.id(), seen);
        } catch (AmphoraException.Refused e) {
            if (!e.problems().get(0).code().equals(OrderApprovals.ORDERS_WAIT)) {
                throw e;
            }
            ReasonDialog.confirm(Texts.of("order.rule.remove.title", rule.name()), Texts.of("order.rule.remove.text", e.problems().get(0).args().get(0)), "order.rule.remove.all", () -> Toast.guard(() -> {
                Removed done = approvals.remove(actor, rule.id(), seen, true);
                Toast.success("order.rule.removed", done.passed(), done.waiting(), done.own());
                show();
            })).dangerous();
        }
    }

    private void showAbsences() {
        away.removeAll();
        away.add(new H2(Texts.of("order.absences")));
        List<Absence> all = approvals.absences(actor);
        if (all.isEmpty()) {
            away.add(muted(Texts.of("order.absences.none")));
        }
        Formats f = Formats.current();
        all.forEach(a -> {
            Button back = new Button(Texts.of("order.absence.back"), e -> {
                if (Toast.guard(() -> approvals.back(actor, a.id()))) {
                    show();
                }
            });
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            Div row = new Div(new Span(Texts.of("order.absence.row", a.person(), a.substitute())), muted(f.date(a.from()) + " – " + f.date(a.to())), back);
            row.addClassName("rule-row");
            away.add(row);
        });
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
