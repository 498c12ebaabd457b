package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.ShippingDesk;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** For the phone in the warehouse: the lists to pick, and picking one of them by scan. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "pick", title = "pick.list", icon = "vaadin:barcode", group = MenuGroup.FULFILMENT, order = 20, permission = ShippingDesk.FULFIL)
public final class PickPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient Picking picking;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private Long id;
    private PickPanel panel;
    private PutBackPanel putBackPanel;
    private Component toPutBack;
    private boolean back;

    @Activate
    public PickPage(@Reference Picking picking) {
        super("pick.list");
        this.picking = picking;
        FulfilmentStyles.on(this);
        grow(content);
        Live.on(this, "pick.*", keys -> {
            if (id == null || keys.contains(id.toString())) {
                reload();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter Long parameter) {
        id = parameter;
        panel = null;
        toPutBack = null;
        content.removeAll();
        if (id != null && !back) {
            back = true;
            setBack("pick");
        }
        reload();
    }

    private void reload() {
        if (id == null) {
            all();
            return;
        }
        try {
            one(picking.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            content.add(new EmptyState("search", "pick.missing-list", "pick.missing-list.text").step("pick.list", () -> getUI().ifPresent(ui -> ui.navigate("pick"))));
        }
    }

    private void all() {
        setTitle(Texts.of("pick.list"));
        setBadges();
        setFacts();
        List<PickList> open = picking.open(actor, null);
        List<PutBack> back = picking.toPutBack(actor, null);
        content.getChildren().filter(c -> c != toPutBack).toList().forEach(content::remove);
        putBack(back);
        if (open.isEmpty() && !back.isEmpty()) {
            return;
        }
        if (open.isEmpty()) {
            content.add(new EmptyState("barcode", "pick.none", "pick.none.text").step("wave.list", () -> getUI().ifPresent(ui -> ui.navigate("waves"))));
            return;
        }
        content.add(cards(open.stream().map(WavePage::card).toList()));
    }

    private static Div cards(List<? extends Component> all) {
        Div cards = new Div();
        cards.addClassName("pick-cards");
        all.forEach(cards::add);
        return cards;
    }

    private void putBack(List<PutBack> back) {
        if (back.isEmpty()) {
            content.removeAll();
            toPutBack = null;
            return;
        }
        if (toPutBack == null) {
            putBackPanel = new PutBackPanel(picking, actor, this::reload);
            toPutBack = Panels.section("pick.put-back", putBackPanel);
            content.addComponentAsFirst(toPutBack);
        }
        putBackPanel.show(back);
    }

    /** The scan field stays as it is: somebody may be typing. */
    private void one(PickList list) {
        setTitle(list.number());
        setBadges(PickTexts.badge(list.state()));
        setFacts(ShipmentTexts.muted(PickTexts.place(list) + (list.picker() == null ? "" : " · " + Texts.of("pick.by", list.picker()))));
        if (panel == null) {
            panel = new PickPanel(picking, actor, this::one);
            content.removeAll();
            content.add(panel);
        }
        panel.show(list);
    }
}
