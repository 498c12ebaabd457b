package io.amphora.returns.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.Live;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.Returnable;
import io.amphora.returns.api.Returns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: the order's returns, and a way to ask for one. Absent while nothing has left the house. */
@org.osgi.service.component.annotations.Component
public final class OrderReturnsPanel implements PagePanel {
    private static final int ORDER = 50;
    private static final int ROWS = 20;
    /** What happens to a return without moving it on. */
    private static final Set<String> BESIDES = Set.of("credit-note", "photo");

    private final Returns returns;
    private final ReturnDesk desk;
    private final ReturnReasons reasons;

    @Activate
    public OrderReturnsPanel(@Reference Returns returns, @Reference ReturnDesk desk, @Reference ReturnReasons reasons) {
        this.returns = returns;
        this.desk = desk;
        this.reasons = reasons;
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
        return ORDER;
    }

    @Override
    public String permission() {
        return Returns.READ;
    }

    @Override
    public String title() {
        return "returns.title";
    }

    @Override
    public Component create(Actor actor, String key) {
        long order = Long.parseLong(key);
        List<ReturnRow> rows = rows(actor, order);
        List<Returnable.Line> lines = returns.returnable(actor, order, ReturnKind.CLAIM).lines();
        boolean gone = lines.stream().anyMatch(l -> l.problem() == null || !l.problem().code().equals("returns.not-shipped"));
        if (rows.isEmpty() && !gone) {
            return null;
        }
        Div box = new Div();
        box.setId("order-returns");
        ReturnStyles.on(box);
        show(box, rows, actor, order, lines);
        Live.on(box, "returns.*", keys -> {
            if (keys.contains(key)) {
                show(box, rows(actor, order), actor, order, returns.returnable(actor, order, ReturnKind.CLAIM).lines());
            }
        });
        if (actor.may(ReturnDesk.REQUEST)) {
            Shortcuts.on(box, "r", "returns.request", () -> open(box, actor, order));
        }
        return box;
    }

    @Override
    public Component createAt(Actor actor, String key, Instant at) {
        Div box = new Div();
        ReturnStyles.on(box);
        for (ReturnRow r : rows(actor, Long.parseLong(key))) {
            List<Returns.Entry> until = returns.timeline(actor, r.id()).stream().filter(e -> !e.at().isAfter(at) && !BESIDES.contains(e.what())).sorted(Comparator.comparing(Returns.Entry::at)).toList();
            if (!until.isEmpty()) {
                Returns.Entry last = until.get(until.size() - 1);
                Span then = new Span(Texts.of("returns.timeline." + last.what()) + " · " + Formats.current().dateTime(last.at()));
                then.addClassName("muted");
                Div row = new Div(new Anchor("return/" + r.id(), r.number()), then);
                row.addClassName("return-past");
                box.add(row);
            }
        }
        return box.getComponentCount() == 0 ? null : box;
    }

    private List<ReturnRow> rows(Actor actor, long order) {
        return returns.list(actor, ReturnFilter.ofOrder(order), PageRequest.first(ROWS)).items();
    }

    private void show(Div box, List<ReturnRow> rows, Actor actor, long order, List<Returnable.Line> lines) {
        box.removeAll();
        if (rows.isEmpty()) {
            Span none = new Span(Texts.of("returns.none"));
            none.addClassName("muted");
            box.add(none);
        } else {
            box.add(new ReturnList(rows, false));
        }
        if (actor.may(ReturnDesk.REQUEST)) {
            Button button = new Button(Texts.of("returns.request.open"), e -> open(box, actor, order));
            button.setId("request-return");
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            Page.disable(button, lines.stream().anyMatch(l -> l.free().signum() > 0) ? null : Texts.of("returns.none-possible"));
            Div actions = new Div(button);
            actions.addClassName("return-actions");
            box.add(actions);
        }
    }

    private void open(Div box, Actor actor, long order) {
        new RequestDialog(returns, reasons, desk, actor, order, r -> box.getUI().ifPresent(ui -> ui.navigate(ReturnPage.class, r.id()))).open();
    }
}
