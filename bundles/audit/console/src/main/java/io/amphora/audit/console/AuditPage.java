package io.amphora.audit.console;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.audit.api.AuditEntry;
import io.amphora.audit.api.AuditFilter;
import io.amphora.audit.api.AuditLog;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Everybody's acts, newest first. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "audit", title = "audit.title", icon = "vaadin:time-backward", group = MenuGroup.ADMINISTRATION, order = 40, permission = AuditLog.READ)
public final class AuditPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final List<String> AREAS = List.of("order", "tracking", "payment", "returns", "document", "product", "customer", "stock", "location", "assignment", "transfer", "channel",
            "inbox", "notification", "report", "extension", "identity");

    private final transient AuditLog log;
    private final transient Actor actor = CurrentUser.actor();
    private final transient Formats formats = Formats.current();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<AuditEntry> grid;
    private transient AuditFilter filter = AuditFilter.ALL;

    @Activate
    public AuditPage(@Reference AuditLog log) {
        super("audit.title");
        this.log = log;
        grid = new KeysetGrid<>(page -> log.list(actor, filter, page), AuditEntry::id);
        buildGrid();
        buildFilter();
        addAction(new CsvLink(log, actor, () -> filter));
        add(bar);
        grow(grid);
        AREAS.forEach(area -> Live.on(this, area + ".*", keys -> grid.refresh()));
    }

    private void buildGrid() {
        grid.column("audit.at", e -> formats.dateTime(e.at())).setFlexGrow(0);
        grid.column("audit.who", e -> Texts.actor(e.who())).setFlexGrow(0);
        grid.column("audit.what", AuditPage::what).setFlexGrow(0);
        grid.badge("audit.subject", Subjects::of);
        grid.column("audit.details", e -> Details.line(e)).setAutoWidth(false);
        grid.setCard(this::card);
        grid.onOpen(e -> dialog(e).open());
    }

    private void buildFilter() {
        Map<String, String> areas = new LinkedHashMap<>();
        AREAS.forEach(area -> areas.put(area, Texts.of("audit.area." + area)));
        bar.choice("area", "audit.area", areas).text("who", "audit.who").text("subject", "audit.subject").day("from", "audit.from").day("to", "audit.to");
    }

    private static String what(AuditEntry entry) {
        return Texts.orElse("event." + entry.topic(), entry.topic());
    }

    private Div card(AuditEntry entry) {
        Span text = new Span(what(entry));
        text.addClassName("strong");
        Div top = new Div(text, new Span(formats.relative(entry.at())));
        Div bottom = new Div(new Span(Texts.actor(entry.who())), Subjects.of(entry));
        top.addClassName("card-row");
        bottom.addClassName("card-row");
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private Dialog dialog(AuditEntry entry) {
        Facts facts = new Facts().add("audit.at", formats.dateTime(entry.at())).add("audit.who", Texts.actor(entry.who())).add("audit.subject", Subjects.of(entry));
        Div details = new Div();
        details.addClassName("audit-details");
        Details.readable(entry).forEach(line -> details.add(new Div(new Span(line))));
        Dialog dialog = new Dialog(facts, details);
        dialog.setHeaderTitle(what(entry));
        return dialog;
    }

    private void filtered(Filter says) {
        ZoneId zone = formats.zone();
        AuditFilter chips = new AuditFilter(says.value("who").orElse(null), says.value("area").map(area -> area + ".*").orElse(null), says.value("subject").orElse(null),
                says.day("from").map(d -> start(d, zone)).orElse(null), says.day("to").map(d -> start(d.plusDays(1), zone)).orElse(null));
        filter = says.text().isEmpty() ? chips : personOrSubject(chips, says.text());
        grid.restart();
    }

    /** The one free text may be either; names are asked first. */
    private AuditFilter personOrSubject(AuditFilter chips, String text) {
        AuditFilter person = new AuditFilter(text, chips.what(), chips.subject(), chips.from(), chips.to());
        boolean known = !log.list(actor, new AuditFilter(text, null, null, null, null), PageRequest.first(1)).items().isEmpty();
        return known ? person : new AuditFilter(chips.who(), chips.what(), text, chips.from(), chips.to());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
    }
}
