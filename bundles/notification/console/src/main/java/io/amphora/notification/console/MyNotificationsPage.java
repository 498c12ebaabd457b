package io.amphora.notification.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleNotices;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.Notices;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Everybody's own: messages in the bell, what to be told, when not to be disturbed. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = MyNotificationsPage.PATH, title = "notice.title", icon = "vaadin:bell-o", group = MenuGroup.ADMINISTRATION, order = 91)
public final class MyNotificationsPage extends Page implements ConsoleView {
    static final String PATH = "my-notifications";
    private static final long serialVersionUID = 1L;

    private final transient Notices notices;
    private final transient Actor actor = CurrentUser.actor();
    private final KeysetGrid<Message> grid;

    @Activate
    public MyNotificationsPage(@Reference Notices notices, @Reference Subscriptions subscriptions) {
        super("notice.title");
        this.notices = notices;
        NotificationStyles.on(this);
        action("notice.read-all", () -> notices.readAll(actor)).setId("read-all-notices");
        grid = new KeysetGrid<>(page -> notices.list(actor, page), Message::id);
        grid.column("notice.what", Message::subject);
        grid.badge("notice.new", m -> m.unread() ? Badge.of(Badge.Tone.INFO, "notice.unread") : new Span());
        grid.column("notice.at", m -> Formats.current().relative(m.sentAt()));
        grid.setCard(MyNotificationsPage::card);
        grid.setEmptyStateText(Texts.of("notice.none"));
        grid.addClassName("notice-grid");
        grid.onOpen(this::open);
        Live.on(grid, ConsoleNotices.TOPIC, people -> {
            if (people.contains(actor.name())) {
                grid.refresh();
            }
        });
        Div columns = new Div(new Div(grid), new Div(choices(subscriptions), quiet(subscriptions)));
        columns.addClassName("columns");
        add(columns);
    }

    private Div choices(Subscriptions subscriptions) {
        Paragraph help = new Paragraph(Texts.of("notice.choices.help"));
        help.addClassName("muted");
        Div panel = new Div(new H2(Texts.of("notice.choices")), help, new ChoiceList(subscriptions, actor, Subject.person(actor.name())));
        panel.addClassName("surface");
        return panel;
    }

    private Div quiet(Subscriptions subscriptions) {
        Paragraph help = new Paragraph(Texts.of("quiet.help"));
        help.addClassName("muted");
        Div panel = new Div(new H2(Texts.of("quiet.title")), help, new QuietHoursForm(subscriptions, actor, actor.name()));
        panel.addClassName("surface");
        return panel;
    }

    private void open(Message m) {
        if (m.unread()) {
            notices.read(actor, List.of(m.id()));
        }
        if (m.link() == null) {
            grid.refresh();
        } else {
            getUI().ifPresent(ui -> Words.open(ui, m.link()));
        }
    }

    private static Div card(Message m) {
        Div head = new Div(new Span(m.subject()));
        if (m.unread()) {
            head.add(Badge.of(Badge.Tone.INFO, "notice.unread"));
        }
        Span when = new Span(Formats.current().relative(m.sentAt()));
        when.addClassName("muted");
        Div card = new Div(head, when);
        card.addClassName("card");
        return card;
    }
}
