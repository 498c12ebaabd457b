package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.TrackingLink;
import io.amphora.fulfilment.api.TrackingLinks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: the link by which the customer follows the order. */
@org.osgi.service.component.annotations.Component
public final class TrackingPanel implements PagePanel {
    private static final int ORDER = 50;

    private final TrackingLinks links;

    @Activate
    public TrackingPanel(@Reference TrackingLinks links) {
        this.links = links;
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
        return "order.read";
    }

    @Override
    public String title() {
        return "fulfilment.tracking";
    }

    @Override
    public Component create(Actor actor, String key) {
        Div box = new Div();
        box.addClassName("tracking-link");
        show(box, actor, Long.parseLong(key));
        return box;
    }

    private void show(Div box, Actor actor, long order) {
        box.removeAll();
        TrackingLink link = links.find(actor, order).orElse(null);
        if (link == null) {
            box.add(muted(Texts.of("fulfilment.tracking.none")));
        } else {
            Anchor open = new Anchor(link.path(), Texts.of("fulfilment.tracking.open"), AnchorTarget.BLANK);
            open.setId("tracking-link");
            // the server's own page, not one of the console's
            open.setRouterIgnore(true);
            box.add(open, muted(Formats.current().dateTime(link.createdAt()) + " · " + Texts.actor(link.createdBy())));
        }
        if (actor.may(TrackingLinks.SHARE)) {
            box.add(link == null ? share(box, actor, order) : new Div(copy(link), revoke(box, actor, order)));
        }
    }

    private Button share(Div box, Actor actor, long order) {
        Button share = new Button(Texts.of("fulfilment.tracking.share"), e -> {
            if (Toast.guard(() -> links.share(actor, order))) {
                show(box, actor, order);
            }
        });
        share.setId("share-tracking");
        return small(share);
    }

    private static Button copy(TrackingLink link) {
        return small(new Button(Texts.of("fulfilment.tracking.copy"), e -> {
            // without https the browser has no clipboard for scripts: then the address is shown to be copied by hand
            e.getSource().getElement().executeJs("const a = new URL($0, document.baseURI).href; if (navigator.clipboard) { navigator.clipboard.writeText(a); } else { window.prompt('', a); }", link.path());
            Toast.success("fulfilment.tracking.copied");
        }));
    }

    private Button revoke(Div box, Actor actor, long order) {
        Button revoke = new Button(Texts.of("fulfilment.tracking.revoke"), e -> {
            if (Toast.guard(() -> links.revoke(actor, order))) {
                show(box, actor, order);
            }
        });
        revoke.setId("revoke-tracking");
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return small(revoke);
    }

    private static Button small(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private static Div muted(String text) {
        Div line = new Div(new Span(text));
        line.addClassName("muted");
        return line;
    }
}
