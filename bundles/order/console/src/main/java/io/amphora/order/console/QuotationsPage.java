package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationStatus;
import io.amphora.order.api.Quotations;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All quotations: a tab per state; a quotation opens on the page of its order. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "quotations", title = "quotation.title", icon = "vaadin:handshake", group = MenuGroup.ORDERS, order = 20, permission = OrderQueries.READ)
public final class QuotationsPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<Quotation> grid;
    private transient Filter filter = Filter.NONE;

    @Activate
    public QuotationsPage(@Reference Quotations quotations) {
        super("quotation.title");
        Actor actor = CurrentUser.actor();
        grid = new KeysetGrid<>(page -> quotations.list(actor, filter.text(), statuses(), null, page), Quotation::id);
        OrderStyles.on(this);
        Formats formats = Formats.current();
        grid.column("quotation.number", Quotation::number).setFlexGrow(0);
        grid.column("order.created", q -> formats.dateTime(q.createdAt())).setFlexGrow(0);
        grid.column("order.customer", q -> q.customerName() == null ? "" : q.customerName());
        grid.badge("order.status", q -> QuotationBadges.of(q.status()));
        grid.column("quotation.valid-until", q -> formats.date(q.validUntil())).setFlexGrow(0);
        grid.column("quotation.order", Quotation::orderNumber).setFlexGrow(0);
        grid.numbers("order.total", q -> formats.money(q.total().rounded()));
        grid.setCard(q -> card(q, formats));
        EmptyState empty = new EmptyState("handshake", "quotation.none", "quotation.none.text");
        grid.setEmptyStateComponent(actor.may(OrderEntry.ENTER) ? empty.step("order.new", () -> getUI().ifPresent(ui -> ui.navigate(NewOrderPage.class))) : empty);
        grid.onOpen(q -> getUI().ifPresent(ui -> ui.navigate(OrderPage.class, q.orderId())));
        bar.view("", "order.view.all");
        for (QuotationStatus s : QuotationStatus.values()) {
            bar.view(s.name(), "quotation.status." + s.name().toLowerCase(Locale.ROOT));
        }
        add(bar);
        grow(grid);
        Live.on(this, "quotation.*", keys -> grid.refresh());
    }

    private static Div card(Quotation q, Formats formats) {
        Span number = new Span(q.number());
        number.addClassName("strong");
        Span total = new Span(formats.money(q.total().rounded()));
        total.addClassName("strong");
        Div top = new Div(number, total);
        Div bottom = new Div(new Span(q.customerName() == null ? "" : q.customerName()), QuotationBadges.of(q.status()));
        top.addClassName("card-row");
        bottom.addClassName("card-row");
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private Set<QuotationStatus> statuses() {
        for (QuotationStatus s : QuotationStatus.values()) {
            if (s.name().equals(filter.view())) {
                return Set.of(s);
            }
        }
        return Set.of();
    }

    private void filtered(Filter says) {
        filter = says;
        grid.restart();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
    }
}
