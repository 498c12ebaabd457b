package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Badge.Tone;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderApprovals;
import io.amphora.order.api.OrderApprovals.Step;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The steps of an order's approval: decided and open, and the button for whose turn it is. */
@org.osgi.service.component.annotations.Component
public final class ApprovalPanel implements PagePanel {
    private final OrderApprovals approvals;
    private final OrderQueries queries;
    private final OrderActions actions;

    @Activate
    public ApprovalPanel(@Reference OrderApprovals approvals, @Reference OrderQueries queries, @Reference OrderActions actions) {
        this.approvals = approvals;
        this.queries = queries;
        this.actions = actions;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public String title() {
        return "order.approval";
    }

    @Override
    public Component create(Actor actor, String key) {
        List<Step> steps = approvals.steps(actor, Long.parseLong(key));
        if (steps.isEmpty()) {
            return null;
        }
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        steps.forEach(s -> list.add(item(s)));
        Div panel = new Div(list);
        Order order = queries.find(actor, Long.parseLong(key));
        if (order.terms().openSteps() > 0 && order.status() == OrderStatus.IN_REVIEW) {
            panel.add(decide(actor, order));
        }
        return panel;
    }

    private static ListItem item(Step s) {
        Span rule = new Span(s.rule());
        rule.addClassName("strong");
        Badge state = s.isOpen() ? Badge.of(s.escalatedAt() == null ? Tone.WARNING : Tone.ERROR, s.escalatedAt() == null ? "order.approval.open" : "order.approval.escalated")
                : Badge.of(Tone.SUCCESS, "order.approval.done");
        String who = s.isOpen() ? Stream.of(s.person() == null ? ApprovalTexts.role(s.role()) : s.person(), ApprovalTexts.who(s.escalatedTo())).filter(w -> w != null).collect(Collectors.joining(", "))
                : s.onBehalfOf() == null ? Texts.actor(s.decidedBy()) : Texts.of("order.approval.behalf", s.decidedBy(), s.onBehalfOf());
        Formats formats = Formats.current();
        String when = !s.isOpen() ? formats.dateTime(s.decidedAt()) : s.dueAt() == null ? "" : Texts.of("order.approval.due", formats.dateTime(s.dueAt()));
        Span facts = new Span(Stream.of(who, when, s.reason() == null ? "" : s.reason()).filter(t -> !t.isEmpty()).collect(Collectors.joining(" · ")));
        facts.addClassName("muted");
        return new ListItem(rule, new Span(" "), state, new Div(facts));
    }

    private Component decide(Actor actor, Order order) {
        Problem obstacle = approvals.obstacle(actor, order.id());
        if (obstacle != null) {
            Span why = new Span(Texts.of(obstacle));
            why.addClassName("muted");
            return why;
        }
        boolean reason = order.findings().stream().anyMatch(Order.Finding::isOpen);
        Button button = new Button(Texts.of("order.approval.decide"), e -> ReasonDialog.ask(Texts.of("order.approve.title", order.number()),
                Texts.of(reason ? "order.approve.text" : "order.approval.text", order.findings().size()), "order.action.approve", why -> approve(actor, order, why)));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setId("decide-step");
        return button;
    }

    private void approve(Actor actor, Order order, String why) {
        if (Toast.guard(() -> actions.approve(actor, order.id(), order.version(), why))) {
            Toast.success("order.approval.decided", order.number());
        }
    }
}
