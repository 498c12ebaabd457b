package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Scan;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.PickAction;
import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.Scanned;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Scan, see what it came to, see what is next. A refusal fills the screen's top in red, shakes a phone and beeps: nobody overlooks it with the hands full. */
final class PickPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final String ALARM = "navigator.vibrate && navigator.vibrate([200, 80, 200]); try { const c = new (window.AudioContext || window.webkitAudioContext)(); "
            + "const o = c.createOscillator(); o.type = 'square'; o.frequency.value = 220; o.connect(c.destination); o.start(); o.stop(c.currentTime + 0.4); } catch (e) { /* no sound */ }";

    private final transient Picking picking;
    private final transient Actor actor;
    private final transient Consumer<PickList> changed;
    private final Scan scan = new Scan("pick.scan", this::scanned);
    private final BigDecimalField quantity = new BigDecimalField();
    private final Div said = new Div();
    private final Div items = new Div();
    private final Div actions = new Div();
    private transient PickList list;

    PickPanel(Picking picking, Actor actor, Consumer<PickList> changed) {
        this.picking = picking;
        this.actor = actor;
        this.changed = changed;
        addClassName("pick");
        scan.setId("scan");
        quantity.setId("scan-quantity");
        quantity.setPlaceholder("1");
        quantity.setAriaLabel(Texts.of("pick.quantity"));
        quantity.setWidth("5rem");
        said.addClassName("pick-said");
        said.getElement().setAttribute("role", "alert");
        Div box = ShipmentTexts.row("scan-row", scan, quantity);
        add(ShipmentTexts.row("pick-scan", box, said), items, actions);
        actions.addClassName("fulfilment-actions");
    }

    void show(PickList now) {
        list = now;
        boolean open = !now.state().isFinal();
        scan.setVisible(open);
        quantity.setVisible(open);
        items.removeAll();
        String zone = null;
        PickItem next = now.items().stream().filter(i -> !i.done()).findFirst().orElse(null);
        for (PickItem i : now.items()) {
            if (i.zone() != null && !Objects.equals(zone, i.zone())) {
                zone = i.zone();
                items.add(ShipmentTexts.row("pick-zone", new Span(zone)));
            }
            items.add(row(i, i == next, open));
        }
        actions();
    }

    private Div row(PickItem i, boolean next, boolean open) {
        Formats f = Formats.current();
        Span bin = new Span(i.bin() == null ? "–" : i.bin());
        bin.addClassName("pick-bin");
        Div what = new Div(ShipmentTexts.row("strong", new Span(i.name())), ShipmentTexts.row("muted", new Span(i.sku() + " · " + i.orderNumber())));
        Span count = new Span(i.dropped() ? Texts.of("pick.dropped") : f.number(i.picked()) + " / " + f.quantity(i.wanted(), i.unit()));
        count.addClassName("pick-count");
        Div row = ShipmentTexts.row("pick-item", bin, what, count);
        row.setId("item-" + i.id());
        row.setClassName("next", next);
        row.setClassName("done", i.done());
        Div more = new Div();
        more.addClassName("pick-more");
        if (i.missing().signum() > 0) {
            more.add(ShipmentTexts.muted(Texts.of("pick.was-missing", f.number(i.missing()), i.reason())));
        }
        if (open && !i.done()) {
            more.add(ShipmentTexts.small("pick.missing", "missing-" + i.id(), () -> new MissingDialog(picking, actor, list, i, changed).open()));
        }
        if (more.getChildren().findAny().isPresent()) {
            row.add(more);
        }
        return row;
    }

    private void actions() {
        actions.removeAll();
        if (list.possible().contains(PickAction.RELEASE)) {
            actions.add(act("pick.release", "release", () -> picking.release(actor, list.id(), list.version())));
        }
        if (list.possible().contains(PickAction.CANCEL)) {
            actions.add(act("pick.cancel", "cancel-list", () -> picking.cancel(actor, list.id(), list.version())));
        }
        if (list.state().isFinal()) {
            actions.add(new Anchor("pick", Texts.of("pick.next-list")), new Anchor("pack", Texts.of("pick.to-pack")));
        }
    }

    private Button act(String label, String id, Supplier<PickList> work) {
        return ShipmentTexts.small(label, id, () -> Toast.guard(() -> changed.accept(work.get())));
    }

    private void scanned(String code) {
        try {
            Scanned s = picking.scan(actor, list.id(), code, quantity.getValue());
            quantity.clear();
            say(true, Texts.of(s.item().done() ? "pick.scanned.done" : "pick.scanned", s.item().name(), Formats.current().number(s.item().picked()), Formats.current().number(s.item().wanted())));
            changed.accept(s.list());
        } catch (AmphoraException e) {
            say(false, Texts.of(e.problems().get(0)));
            alarm(this);
        }
    }

    /** Heard and felt. */
    static void alarm(Component where) {
        where.getElement().executeJs(ALARM);
    }

    private void say(boolean good, String text) {
        said.setText(text);
        said.setClassName("pick-good", good);
        said.setClassName("pick-bad", !good);
    }
}
