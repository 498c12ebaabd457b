package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderDates;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.Promise;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: what was promised first, what is promised now, of the order and of lines that differ. */
@org.osgi.service.component.annotations.Component(service = PagePanel.class)
public final class PromisePanel implements PagePanel {
    private static final int ORDER = 8;

    private final OrderDates dates;
    private final OrderQueries orders;

    @Activate
    public PromisePanel(@Reference OrderDates dates, @Reference OrderQueries orders) {
        this.dates = dates;
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
        return "order.promise.title";
    }

    @Override
    public Component create(Actor actor, String key) {
        Order order = orders.find(actor, Long.parseLong(key));
        boolean open = !order.historic() && order.lines().stream().anyMatch(l -> l.status().isBeforeShipping());
        boolean may = open && actor.may(OrderDates.PROMISE);
        boolean any = order.promise().made() || order.lines().stream().anyMatch(l -> l.promise().made());
        if (!may && !any) {
            return null;
        }
        Div box = new Div();
        box.addClassName("promises");
        box.add(row(actor, order, null, Texts.of("order.promise.whole"), order.promise(), may));
        order.lines().stream().filter(l -> l.promise().made()).forEach(l -> box.add(line(actor, order, l, may)));
        List<Order.Line> like = order.lines().stream().filter(l -> !l.promise().made() && l.status().isBeforeShipping()).toList();
        if (may && order.lines().size() > 1 && !like.isEmpty()) {
            Details single = new Details(Texts.of("order.promise.lines"));
            like.forEach(l -> single.add(line(actor, order, l, true)));
            box.add(single);
        }
        return box;
    }

    private Div line(Actor actor, Order order, Order.Line l, boolean may) {
        return row(actor, order, l, l.position() + ". " + l.sku(), l.promise(), may && l.status().isBeforeShipping());
    }

    private Div row(Actor actor, Order order, Order.Line line, String what, Promise promise, boolean may) {
        Formats formats = Formats.current();
        Span label = new Span(what);
        label.addClassName("muted");
        Div value = new Div(new Span(promise.made() ? formats.date(promise.current()) : "–"));
        value.addClassName("badges");
        boolean owed = line == null ? order.due() != null : line.status().isBeforeShipping();
        if (promise.made() && owed && promise.current().isBefore(LocalDate.now(formats.zone()))) {
            value.add(Badge.of(Badge.Tone.ERROR, "order.late"));
        }
        if (promise.slipped()) {
            Span first = new Span(Texts.of("order.promise.first", formats.date(promise.first())));
            first.addClassName("muted");
            value.add(first);
        }
        Div row = new Div(label, value);
        row.addClassName("promise");
        if (may) {
            Button change = new Button(Texts.of(promise.made() ? "order.promise.change" : "order.promise.make"), e -> ask(actor, order, line, promise));
            change.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel(Texts.of("order.promise.make") + ": " + what);
            change.setId(line == null ? "promise" : "promise-" + line.position());
            row.add(change);
        }
        return row;
    }

    private void ask(Actor actor, Order order, Order.Line line, Promise promise) {
        DayDialog.ask("order.promise.make", "order.promise.day", promise.current(), true, promise.made(), (day, reason) -> {
            if (Toast.guard(() -> dates.promise(actor, order.id(), order.version(), line == null ? Set.of() : Set.of(line.id()), day, reason))) {
                Toast.success("order.done.promise", Formats.current().date(day));
                UI.getCurrent().refreshCurrentRoute(false);
            }
        });
    }
}
