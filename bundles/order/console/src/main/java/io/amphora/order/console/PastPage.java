package io.amphora.order.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Hold;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPast;
import io.amphora.order.api.OrderQueries;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** The order page as it was at a moment: the same parts, and nothing that could be done. The address names the moment, so that it can be passed on. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "order-past", title = "order.life.past", icon = "vaadin:clock", permission = OrderQueries.READ)
public final class PastPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;
    /** Several changes may fall into one minute. */
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final transient OrderPast past;
    private final transient OrderQueries queries;
    private final transient Locations locations;
    private final transient Actor actor = CurrentUser.actor();
    /** May see all that the user sees, and do nothing: nothing can be done to what was. */
    private final transient Actor reader = new Actor(actor.name(), actor.displayName(), Set.of(OrderQueries.READ));
    private final Div content = new Div();
    private final Span when = new Span();
    private final Select<Instant> change = new Select<>();
    private final DateTimePicker any = new DateTimePicker(Texts.of("order.life.past.any"));
    private final Div banner = new Div();
    private long id;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient List<PagePanel> panels;

    @Activate
    public PastPage(@Reference OrderPast past, @Reference OrderQueries queries, @Reference Locations locations) {
        super("order.life.past");
        this.past = past;
        this.queries = queries;
        this.locations = locations;
        OrderStyles.on(this);
        content.addClassName("columns");
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        List<Instant> moments;
        try {
            Order now = queries.find(actor, id);
            moments = new ArrayList<>(past.moments(actor, id));
            if (moments.isEmpty()) {
                moments.add(now.placedAt() == null ? now.createdAt() : now.placedAt());
            }
        } catch (AmphoraException.NotFound e) {
            grow(new EmptyState("search", "order.missing", "order.missing.text").step("order.list", () -> getUI().ifPresent(ui -> ui.navigate("orders"))));
            return;
        }
        Collections.sort(moments, Collections.reverseOrder());
        setBack("order/" + id);
        banner(moments);
        add(banner);
        grow(content);
        Instant at = asked(event);
        show(at == null ? moments.get(moments.size() - 1) : at);
    }

    private static Instant asked(BeforeEvent event) {
        String at = event == null ? null : event.getLocation().getQueryParameters().getSingleParameter("at").orElse(null);
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void banner(List<Instant> moments) {
        banner.addClassNames("surface", "past-banner");
        banner.getElement().setAttribute("role", "status");
        when.addClassName("strong");
        change.setLabel(Texts.of("order.life.past.change"));
        change.setItems(moments);
        change.setItemLabelGenerator(m -> m == null ? "" : seconds(m));
        change.addValueChangeListener(e -> chosen(e.isFromClient(), e.getValue()));
        change.setId("past-change");
        any.addValueChangeListener(e -> chosen(e.isFromClient(), e.getValue() == null ? null : at(e.getValue())));
        any.setId("past-any");
        Button now = new Button(Texts.of("order.life.past.now"), e -> UI.getCurrent().navigate(OrderPage.class, id));
        now.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        now.setId("past-now");
        Div choice = new Div(change, any);
        choice.addClassName("past-choice");
        Div head = new Div(when, now);
        head.addClassName("past-head");
        banner.add(head, choice);
    }

    private static String seconds(Instant m) {
        Formats formats = Formats.current();
        return formats.date(m) + "  " + LocalTime.ofInstant(m, formats.zone()).format(SECONDS);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Formats.current().zone()).toInstant();
    }

    private void chosen(boolean byUser, Instant at) {
        if (byUser && at != null) {
            show(at);
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null,
                    new com.vaadin.flow.router.Location("order-past/" + id, QueryParameters.of("at", at.toString()))));
        }
    }

    private void show(Instant at) {
        content.removeAll();
        when.setText(Texts.of("order.life.past.was", seconds(at)));
        change.setValue(change.getListDataView().contains(at) ? at : null);
        any.setValue(LocalDateTime.ofInstant(at, Formats.current().zone()));
        try {
            Order then = past.at(actor, id, at);
            setTitle(Texts.of("order.life.past.title", then.number()));
            setBadges(Stream.concat(Stream.of(OrderBadges.of(then.status())), then.holds().stream().filter(Hold::isOpen).map(h -> OrderBadges.of(h.type()))).toArray(Badge[]::new));
            Map<Long, String> names = OrderFacts.locations(locations, actor);
            setFacts(OrderFacts.header(then, names));
            content.add(main(then, names, at), side(then, at));
        } catch (AmphoraException.Invalid e) {
            setBadges();
            setFacts();
            content.add(new EmptyState("clock", "order.life.past.before", "order.life.past.before.text"));
        }
    }

    private Div main(Order then, Map<Long, String> names, Instant at) {
        Div main = new Div();
        if (then.holds().stream().anyMatch(Hold::isOpen)) {
            main.add(new HoldsPanel(then, reader, h -> { }));
        }
        if (!then.findings().isEmpty()) {
            main.add(new FindingsPanel(then, reader, true, f -> { }));
        }
        TotalsBlock totals = new TotalsBlock();
        totals.show(then);
        main.add(Panels.section("order.lines", new Div(new LinesTable(then, names, LineActions.none(then, actor)), totals)));
        if (!then.shipments().isEmpty()) {
            main.add(Panels.section("order.shipments", new ShipmentsPanel(then)));
        }
        main.add(contributed(PagePanel.Place.MAIN, at));
        main.add(Panels.section("order.timeline", OrderTimeline.until(queries, then, actor, at)));
        return main;
    }

    private Div side(Order then, Instant at) {
        Span terms = new Span(LifePanel.terms(then));
        terms.addClassName("muted");
        Div side = new Div(Panels.section("order.customer", OrderFacts.customer(then)), Panels.section("order.ship-to", OrderFacts.address(then)), Panels.section("order.life.delivery", new Div(terms)));
        side.add(contributed(PagePanel.Place.SIDE, at));
        return side;
    }

    private List<com.vaadin.flow.component.Component> contributed(PagePanel.Place place, Instant at) {
        return Panels.at(panels, "order", place, actor, Long.toString(id), at);
    }
}
