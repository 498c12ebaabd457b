package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Timeline;
import io.amphora.document.api.Documents;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.fulfilment.api.TrackingStatus;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** One shipment: its parcels, who brings it, what was heard of it, what can be done. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "shipment", title = "shipment.title", icon = "vaadin:truck", permission = Shipments.READ)
public final class ShipmentPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Documents documents;

    private final transient Shipments shipments;
    private final transient ShippingDesk desk;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private long id;

    @Activate
    public ShipmentPage(@Reference Shipments shipments, @Reference ShippingDesk desk) {
        super("shipment.title");
        this.shipments = shipments;
        this.desk = desk;
        FulfilmentStyles.on(this);
        content.addClassName("columns");
        grow(content);
        setBack("shipments");
        Live.on(this, "shipment.*", keys -> {
            if (keys.contains(Long.toString(id))) {
                reload();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        reload();
    }

    private void reload() {
        try {
            show(shipments.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            clearActions();
            content.add(new EmptyState("search", "shipment.missing", "shipment.missing.text").step("shipment.list", () -> getUI().ifPresent(ui -> ui.navigate("shipments"))));
        }
    }

    private void show(Shipment s) {
        Formats f = Formats.current();
        setTitle(s.number());
        setBadges(ShipmentTexts.badges(s.state(), s.lateSince()));
        setFacts(new Facts().inline().add("shipment.order", new Anchor("order/" + s.orderId(), s.orderNumber())).add("shipment.customer", s.customerName())
                .add("shipment.carrier", ShipmentTexts.carrier(s.carrier(), s.service())).add("shipment.expected", f.date(s.expectedOn())).add("shipment.shipped", f.dateTime(s.shippedAt()))
                .add("shipment.delivered", f.dateTime(s.deliveredAt())));
        clearActions();
        new ShipmentActions(desk, actor, s, this::show).on(this, this);
        content.removeAll();
        Div main = new Div();
        String notice = notice(s);
        if (notice != null) {
            Span text = new Span(notice);
            text.addClassName("shipment-problem");
            text.getElement().setAttribute("role", "status");
            main.add(ShipmentTexts.row("surface", text));
        }
        main.add(section("shipment.parcels", new ParcelList(s, shipments, actor)));
        Documents papers = documents;
        if (papers != null && s.state() != ShipmentState.CANCELLED) {
            main.add(section("shipment.papers", new PaperLinks(papers, actor, s)));
        }
        content.add(main, section("shipment.events", events(s)));
    }

    private static String notice(Shipment s) {
        String waits = s.pending() == null ? null : Texts.of("shipment.waits", Texts.of("shipment.action", s.pending()));
        String all = Stream.of(waits, s.problem()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    private Component events(Shipment s) {
        List<TrackingEvent> heard = shipments.events(actor, s.id());
        if (heard.isEmpty()) {
            return ShipmentTexts.muted(Texts.of("shipment.events.none"));
        }
        Timeline timeline = new Timeline();
        timeline.setEntries(heard.stream().map(e -> new Timeline.Entry(e.at(), e.carrier().equals("person") ? e.toldBy() : e.carrier(), text(s, e), null, null, tone(e.status()))).toList());
        return timeline;
    }

    private static String text(Shipment s, TrackingEvent e) {
        String what = e.status().action() == null ? Texts.of("shipment.announced") : Texts.of("shipment.state", e.status().action().to());
        return Stream.of(s.parcels().size() > 1 && e.parcel() != null ? Texts.of("shipment.parcel", e.parcel()) : null, what, e.place(), e.text()).filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static Badge.Tone tone(TrackingStatus status) {
        return switch (status) {
            case DELIVERED -> Badge.Tone.SUCCESS;
            case EXCEPTION, RETURNING, RETURNED -> Badge.Tone.WARNING;
            case LOST -> Badge.Tone.ERROR;
            default -> Badge.Tone.NEUTRAL;
        };
    }

    private static Div section(String title, Component body) {
        return ShipmentTexts.row("surface", new H2(Texts.of(title)), body);
    }
}
