package io.amphora.channel.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Incoming orders; those that were refused are mended here. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "inbox", title = "inbox.title", icon = "vaadin:inbox", group = MenuGroup.CHANNELS, order = 10, permission = Inbox.READ)
public final class InboxPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,6})](?:\\.(\\w+))?");

    private final FilterBar bar;
    private final KeysetGrid<Inbox.Entry> grid;

    @Activate
    public InboxPage(@Reference Inbox inbox) {
        super("inbox.title");
        Actor actor = CurrentUser.actor();
        bar = new FilterBar(filter -> restart());
        bar.view("", "inbox.view.all").view("FAILED", "inbox.state.failed").view("WAITING", "inbox.state.waiting").view("ORDERED", "inbox.state.ordered").view("DROPPED", "inbox.state.dropped");
        grid = new KeysetGrid<>(page -> inbox.list(actor, state(), channel(), page), Inbox.Entry::id);
        Formats formats = Formats.current();
        grid.column("inbox.external-id", e -> e.order().externalId());
        grid.column("inbox.channel", Inbox.Entry::channel);
        grid.badge("inbox.state", e -> badge(e.state()));
        grid.column("inbox.customer", e -> customer(e.order()));
        grid.column("inbox.problems", InboxPage::problems);
        grid.column("inbox.received", e -> formats.dateTime(e.receivedAt()));
        grid.setCard(InboxPage::card);
        grid.setEmptyStateComponent(new EmptyState("inbox", "inbox.none", "inbox.none.text"));
        grid.onOpen(e -> new EntryDialog(inbox, actor, e, grid::refresh).open());
        Live.on(grid, "inbox.*", keys -> grid.refresh());
        add(bar);
        grow(grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        grid.restart();
    }

    private void restart() {
        grid.restart();
    }

    private Inbox.State state() {
        String view = bar.get().view();
        return view.isEmpty() ? null : Inbox.State.valueOf(view);
    }

    /** The free text is a channel here. */
    private String channel() {
        String text = bar.get().text().strip();
        return text.isEmpty() ? null : text;
    }

    static Badge badge(Inbox.State state) {
        Badge.Tone tone = switch (state) {
            case WAITING -> Badge.Tone.INFO;
            case ORDERED -> Badge.Tone.SUCCESS;
            case FAILED -> Badge.Tone.ERROR;
            case DROPPED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("inbox.state", state));
    }

    private static String customer(IncomingOrder o) {
        return o.customerName() != null ? o.customerName() : o.customerNumber() != null ? o.customerNumber() : o.email() == null ? "" : o.email();
    }

    /** Within a sentence; most read as the label does. */
    private static String named(String field) {
        return Texts.orElse("inbox.where." + field, Texts.orElse("inbox.field." + field, field));
    }

    /** {@code lines[1].quantity} as people say it. */
    private static String where(String field) {
        Matcher line = LINE.matcher(field);
        if (!line.matches()) {
            return field.isEmpty() ? "" : named(field) + ": ";
        }
        String name = line.group(2) == null ? "" : ", " + named(line.group(2));
        return Texts.of("inbox.line", Integer.parseInt(line.group(1)) + 1) + name + ": ";
    }

    private static String problems(Inbox.Entry e) {
        return e.problems().stream().map(p -> where(p.field()) + Texts.of(p)).collect(Collectors.joining("; "));
    }

    private static Div card(Inbox.Entry e) {
        Span id = new Span(e.order().externalId() + " · " + e.channel());
        id.addClassName("strong");
        Span why = new Span(problems(e));
        why.addClassName("muted");
        Div top = new Div(id, badge(e.state()));
        top.addClassName("card-row");
        Span from = new Span(customer(e.order()));
        Div card = new Div(top, from, why);
        card.addClassName("card");
        return card;
    }
}
