package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
import io.amphora.order.api.Quotations;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: the quotation it is the content of, and what can be done with that; on a draft without one the step to make it. */
@org.osgi.service.component.annotations.Component(service = PagePanel.class)
public final class QuotationPanel implements PagePanel {
    private static final int ORDER = 5;

    private final Quotations quotations;
    private final OrderQueries orders;

    @Activate
    public QuotationPanel(@Reference Quotations quotations, @Reference OrderQueries orders) {
        this.quotations = quotations;
        this.orders = orders;
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
        return ORDER;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public String title() {
        return "quotation.title.one";
    }

    @Override
    public Component create(Actor actor, String key) {
        Order order = orders.find(actor, Long.parseLong(key));
        if (order.quotationId() != null) {
            return shown(actor, quotations.find(actor, order.quotationId()));
        }
        return order.status() == OrderStatus.DRAFT && actor.may(OrderEntry.ENTER) ? none(actor, order) : null;
    }

    private Component none(Actor actor, Order order) {
        Button make = new Button(Texts.of("quotation.make"), e -> DayDialog.ask("quotation.make", "quotation.valid-until", null, false, false,
                (day, reason) -> act("quotation.done.opened", () -> quotations.quote(actor, order.id(), order.version(), day))));
        make.setId("make-quotation");
        make.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div text = new Div(Texts.of("quotation.make.text"));
        text.addClassName("muted");
        Div box = new Div(text, make);
        box.addClassName("stack-tight");
        return box;
    }

    private Component shown(Actor actor, Quotation q) {
        Span number = new Span(q.number());
        number.addClassName("strong");
        Div head = new Div(number, QuotationBadges.of(q.status()));
        head.addClassName("badges");
        Div box = new Div(head, muted(Texts.of("quotation.valid", Formats.current().date(q.validUntil()))));
        if (q.reason() != null) {
            box.add(muted(q.reason()));
        }
        box.addClassName("stack-tight");
        if (actor.may(OrderEntry.ENTER)) {
            Div row = new Div();
            row.addClassName("button-row");
            q.possible().forEach(a -> row.add(button(actor, q, a)));
            if (q.status() == QuotationStatus.OPEN) {
                row.add(small("quotation.action.extend", () -> DayDialog.ask("quotation.action.extend", "quotation.valid-until", q.validUntil(), true, false,
                        (day, reason) -> act("quotation.done.extended", () -> quotations.extend(actor, q.id(), q.version(), day)))));
            }
            box.add(row);
        }
        return box;
    }

    private Button button(Actor actor, Quotation q, QuotationAction action) {
        String key = "quotation.action." + action.name().toLowerCase(java.util.Locale.ROOT);
        Button button = switch (action) {
            case SEND -> small(q.sentAt() == null || q.status() == QuotationStatus.OPEN ? key : "quotation.action.send-again", () -> act("quotation.done.sent", () -> quotations.send(actor, q.id(), q.version())));
            case REVISE -> small(key, () -> act("quotation.done.revised", () -> quotations.revise(actor, q.id(), q.version(), null)));
            case ACCEPT -> small(key, () -> act("quotation.done.accepted", () -> quotations.accept(actor, q.id(), q.version(), null)));
            case DECLINE -> small(key, () -> ReasonDialog.ask(Texts.of("quotation.decline.title", q.number()), Texts.of("quotation.decline.text"), key,
                    reason -> act("quotation.done.declined", () -> quotations.decline(actor, q.id(), q.version(), reason))).dangerous());
            case EXPIRE -> throw new IllegalArgumentException("nobody does that");
        };
        if (action == QuotationAction.ACCEPT || action == QuotationAction.SEND && q.status() == QuotationStatus.OPEN) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.setId("quotation-" + action.name().toLowerCase(java.util.Locale.ROOT));
        return button;
    }

    private static Button small(String key, Runnable action) {
        Button button = new Button(Texts.of(key), e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static Div muted(String text) {
        Div line = new Div(text);
        line.addClassName("muted");
        return line;
    }

    private static void act(String done, Supplier<Quotation> step) {
        if (Toast.guard(() -> Toast.success(done, step.get().number()))) {
            UI.getCurrent().refreshCurrentRoute(false);
        }
    }
}
