package io.amphora.notification.console;

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
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageState;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Every message there was; those that were given up are sent again here. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = MessageTabs.LOG, title = "message.title", icon = "vaadin:envelope-o", group = MenuGroup.AUTOMATION, order = 30, permission = MessageLog.READ)
public final class MessagesPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final FilterBar bar;
    private final KeysetGrid<Message> grid;

    @Activate
    public MessagesPage(@Reference MessageLog log) {
        super("message.title");
        NotificationStyles.on(this);
        Actor actor = CurrentUser.actor();
        bar = new FilterBar(filter -> restart());
        bar.view("", "message.view.all");
        Arrays.stream(MessageState.values()).forEach(s -> bar.namedView(s.name(), Texts.of("message.state", s)));
        grid = new KeysetGrid<>(page -> log.list(actor, filter(), page), Message::id);
        columns();
        grid.setCard(MessagesPage::card);
        grid.setEmptyStateText(Texts.of("message.none"));
        grid.onOpen(m -> new MessageDialog(log, actor, m, grid::refresh).open());
        Live.on(grid, "notification.changed", keys -> grid.refresh());
        add(new MessageTabs(MessageTabs.LOG), bar);
        grow(grid);
    }

    private void columns() {
        Formats formats = Formats.current();
        grid.column("message.created", m -> formats.dateTime(m.createdAt()));
        grid.column("message.occasion", m -> Words.occasion(m.occasion()));
        grid.column("message.label", Message::label);
        grid.column("message.to", Words::recipient);
        grid.column("message.transport", m -> Words.transport(m.transport()));
        grid.badge("message.state", m -> Words.state(m.state()));
        grid.column("message.error", Words::unsent);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        grid.restart();
    }

    private void restart() {
        grid.restart();
    }

    /** The free text is the number of an order or a SKU here. */
    private MessageFilter filter() {
        String view = bar.get().view();
        String text = bar.get().text().strip();
        return new MessageFilter(view.isEmpty() ? null : MessageState.valueOf(view), text.isEmpty() ? null : text);
    }

    private static Div card(Message m) {
        Span what = new Span(Words.occasion(m.occasion()) + " · " + m.label());
        Div head = new Div(what, Words.state(m.state()));
        Span to = new Span(Words.recipient(m) + " · " + Words.transport(m.transport()) + " · " + Formats.current().relative(m.createdAt()));
        to.addClassName("muted");
        Div card = new Div(head, to);
        if (m.lastError() != null) {
            Span error = new Span(Words.unsent(m));
            error.addClassName("muted");
            card.add(error);
        }
        card.addClassName("card");
        return card;
    }
}
