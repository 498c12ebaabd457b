package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderStatus;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What changes an order itself rather than moves it on, and how it is to be delivered. */
@org.osgi.service.component.annotations.Component
public final class LifePanel implements PagePanel {
    private final OrderQueries queries;
    private final OrderRearrangements rearrange;
    private final OrderBackorders backorders;

    @Activate
    public LifePanel(@Reference OrderQueries queries, @Reference OrderRearrangements rearrange, @Reference OrderBackorders backorders) {
        this.queries = queries;
        this.rearrange = rearrange;
        this.backorders = backorders;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public String title() {
        return "order.life";
    }

    @Override
    public Component create(Actor actor, String key) {
        Order order = queries.find(actor, Long.parseLong(key));
        if (order.historic() || order.status() == OrderStatus.DRAFT) {
            return null;
        }
        Div panel = new Div();
        panel.addClassName("life");
        Span terms = new Span(terms(order));
        terms.addClassName("muted");
        panel.add(terms);
        boolean open = !order.status().isFinal();
        boolean unpicked = open && order.lines().stream().filter(Order.Line::isLive).allMatch(l -> l.status().compareTo(LineStatus.PICKED) < 0);
        String late = unpicked ? null : Texts.of("order.life.late");
        if (open && actor.may(OrderAmendments.AMEND)) {
            panel.add(button("order.life.amend", late, () -> UI.getCurrent().navigate(AmendPage.class, order.id())));
            panel.add(button("order.life.delivery", null, () -> new DeliveryDialog(order, d -> act("order.life.done", () -> backorders.terms(actor, order.id(), order.version(), d))).open()));
            panel.add(button("order.life.part", late != null ? late : partable(order) ? null : Texts.of("order.life.part.none"), () -> new PartDialog(order, (parts, date, why) -> go(() -> rearrange.part(actor, order.id(), order.version(), parts, date, why))).open()));
            if (order.customerId() != null) {
                panel.add(button("order.life.merge", late, () -> new MergeDialog(queries, actor, order,
                        (others, why) -> act("order.life.done", () -> rearrange.merge(actor, order.id(), order.version(), others, why))).open()));
            }
        }
        if (open && actor.may(OrderAction.CANCEL.permission()) && order.lines().stream().anyMatch(l -> l.status().compareTo(LineStatus.SHIPPED) >= 0 && !l.status().isFinal() || l.status() == LineStatus.COMPLETED)
                && order.lines().stream().anyMatch(l -> OrderAction.CANCEL.appliesTo(l.status()))) {
            panel.add(button("order.life.close", null, () -> ReasonDialog.ask(Texts.of("order.life.close"), Texts.of("order.life.close.text"), "order.life.close",
                    why -> act("order.life.done", () -> rearrange.closeShort(actor, order.id(), order.version(), Set.of(), why))).dangerous()));
        }
        if ((order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.CANCELLED) && actor.may(OrderRearrangements.REOPEN)) {
            panel.add(button("order.life.reopen", order.lines().isEmpty() ? Texts.of("order.life.empty") : null, () -> ReasonDialog.ask(Texts.of("order.life.reopen"),
                    Texts.of("order.life.reopen.text"), "order.life.reopen", why -> act("order.life.done", () -> rearrange.reopen(actor, order.id(), order.version(), why)))));
        }
        panel.add(button("order.life.past", null, () -> UI.getCurrent().navigate(PastPage.class, order.id())));
        return panel;
    }

    /** In review, nothing can leave it. */
    private static boolean partable(Order order) {
        return order.lines().stream().anyMatch(PartDialog::isPartable);
    }

    static String terms(Order o) {
        String complete = Texts.of(o.terms().shipComplete() ? "order.terms.complete" : "order.terms.parts");
        return (o.terms().revision() > 1 ? Texts.of("order.revision", o.terms().revision()) + " · " : "") + complete
                + (o.terms().priority() == 0 ? "" : " · " + Texts.of("order.terms.priority", o.terms().priority())) + (o.backordered() ? " · " + Texts.of("order.terms.waits") : "");
    }

    private static Button button(String key, String why, Runnable run) {
        Button button = new Button(Texts.of(key), e -> run.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setId(key.replace('.', '-'));
        if (why != null) {
            io.amphora.console.api.kit.Page.disable(button, why);
        }
        return button;
    }

    /** The page hears of what changed by itself. */
    private static void act(String done, Supplier<Order> step) {
        try {
            Order order = step.get();
            Toast.success(done, order.number());
        } catch (AmphoraException.Stale e) {
            Toast.error("order.stale");
        } catch (AmphoraException e) {
            Toast.error(e);
        }
    }

    /** To the order that came of it. */
    private static void go(Supplier<Order> step) {
        try {
            Order order = step.get();
            Toast.success("order.life.parted", order.number());
            UI.getCurrent().navigate(OrderPage.class, order.id());
        } catch (AmphoraException e) {
            Toast.error(e);
        }
    }
}
