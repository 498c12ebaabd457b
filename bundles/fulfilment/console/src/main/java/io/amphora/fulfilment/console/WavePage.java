package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.Waves;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One wave: its lists as cards, how far each is, who picks it. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "wave", title = "wave.title", icon = "vaadin:stock", permission = Shipments.READ)
public final class WavePage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient Waves waves;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private long id;

    @Activate
    public WavePage(@Reference Waves waves) {
        super("wave.title");
        this.waves = waves;
        FulfilmentStyles.on(this);
        grow(content);
        setBack("waves");
        Live.on(this, "pick.*", keys -> reload());
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        reload();
    }

    private void reload() {
        try {
            show(waves.find(actor, id), waves.lists(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            clearActions();
            content.add(new EmptyState("search", "wave.missing", "wave.missing.text").step("wave.list", () -> getUI().ifPresent(ui -> ui.navigate("waves"))));
        }
    }

    private void show(Wave w, List<PickList> lists) {
        setTitle(w.number());
        setBadges(PickTexts.badge(w.state()));
        setFacts(new Facts().inline().add("wave.kind", Texts.of("wave.kind", w.kind())).add("wave.orders", Formats.current().number(w.orders()))
                .add("wave.done", PickTexts.progress(w.done(), w.items())).add("wave.made", Formats.current().dateTime(w.createdAt()) + " · " + Texts.actor(w.createdBy())).add("wave.note", w.note()));
        clearActions();
        if (actor.may(ShippingDesk.FULFIL)) {
            Button cancel = action("wave.cancel", () -> ReasonDialog.confirm(Texts.of("wave.cancel") + ": " + w.number(), Texts.of("wave.cancel.text"), "wave.cancel",
                    () -> Toast.guard(() -> waves.cancel(actor, w.id(), w.version()))).dangerous());
            cancel.setId("cancel-wave");
            Page.disable(cancel, w.possible().isEmpty() ? Texts.of("wave.ended") : null);
        }
        content.removeAll();
        Div cards = new Div();
        cards.addClassName("pick-cards");
        lists.forEach(l -> cards.add(card(l)));
        content.add(cards);
    }

    /** A list, with the way to it. */
    static Component card(PickList l) {
        Anchor card = new Anchor("pick/" + l.id(), ShipmentTexts.row("card-row", ShipmentTexts.strong(l.number()), PickTexts.badge(l.state())),
                ShipmentTexts.row("card-row", new Span(PickTexts.place(l)), ShipmentTexts.strong(PickTexts.progress(l.done(), l.items().size()))));
        if (l.picker() != null) {
            card.add(ShipmentTexts.muted(l.picker()));
        }
        card.addClassName("pick-card");
        return card;
    }
}
