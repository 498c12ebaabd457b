package io.amphora.channel.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.channel.api.Inbox;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Where orders come from: channels that are there, with their health, and those whose bundle is gone. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "channels", title = "channels.title", icon = "vaadin:connect", group = MenuGroup.CHANNELS, order = 20, permission = Inbox.READ)
public final class ChannelsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Inbox inbox;
    private final Div content = new Div();

    @Activate
    public ChannelsPage(@Reference Inbox inbox) {
        super("channels.title");
        this.inbox = inbox;
        action("channels.refresh", this::show);
        grow(content);
        Live.on(this, "inbox.*", keys -> show());
        show();
    }

    private void show() {
        content.removeAll();
        List<Inbox.ChannelInfo> channels = inbox.channels(CurrentUser.actor(), Texts.locale());
        if (channels.isEmpty()) {
            content.add(new EmptyState("connect", "channels.none", "channels.none.text"));
            return;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassName("cards");
        channels.forEach(c -> cards.add(card(c)));
        content.add(cards);
    }

    private static ListItem card(Inbox.ChannelInfo c) {
        Formats formats = Formats.current();
        H2 title = new H2(c.title());
        title.addClassName("card-title");
        Div head = new Div(title, health(c));
        head.addClassName("card-head");
        Facts facts = new Facts().add("channels.id", c.id()).add("channels.received", formats.number(c.received()))
                .add("channels.last-fetch", c.lastFetch() == null ? null : formats.relative(c.lastFetch()));
        ListItem card = new ListItem(head, facts);
        if (c.lastError() != null) {
            Paragraph error = new Paragraph(c.lastError());
            error.addClassName("field-errors");
            card.add(error);
        }
        Span bundle = new Span(c.bundle() == null ? "" : c.bundle() + " " + c.bundleVersion());
        bundle.addClassName("card-note");
        card.add(bundle);
        card.addClassName("card");
        card.setId("channel-" + c.id());
        return card;
    }

    /** A channel that only pushed orders over REST has no bundle that could be missing. */
    private static Badge health(Inbox.ChannelInfo c) {
        if (!c.present()) {
            return c.bundle() == null ? Badge.of(Badge.Tone.NEUTRAL, "channels.pushed") : Badge.of(Badge.Tone.WARNING, "channels.missing");
        }
        return c.lastError() == null ? Badge.of(Badge.Tone.SUCCESS, "channels.ok") : Badge.of(Badge.Tone.ERROR, "channels.failing");
    }
}
