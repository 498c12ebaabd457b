package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Machines that are told. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = MessageTabs.WEBHOOKS, title = "webhook.title", icon = "vaadin:envelope-o", permission = MessageLog.MANAGE)
public final class WebhooksPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Webhooks webhooks;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();

    @Activate
    public WebhooksPage(@Reference Webhooks webhooks) {
        super("webhook.title");
        this.webhooks = webhooks;
        NotificationStyles.on(this);
        primary("webhook.new", this::create).setId("new-webhook");
        add(new MessageTabs(MessageTabs.WEBHOOKS));
        grow(content);
        Live.on(this, "notification.webhook-changed", keys -> show());
        show();
    }

    private void create() {
        new WebhookDialog(webhooks, actor, null, this::show).open();
    }

    private void show() {
        content.removeAll();
        List<Webhook> all = webhooks.list(actor);
        if (all.isEmpty()) {
            content.add(new EmptyState("connect-o", "webhook.none", "webhook.none.text").step("webhook.new", this::create));
            return;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassName("hook-cards");
        all.forEach(w -> cards.add(card(w)));
        content.add(cards);
    }

    private ListItem card(Webhook w) {
        H2 title = new H2(w.name());
        title.addClassName("card-title");
        Div head = new Div(title, w.active() ? Badge.of(Badge.Tone.SUCCESS, "webhook.active") : Badge.of(Badge.Tone.NEUTRAL, "webhook.inactive"));
        head.addClassName("card-head");
        Paragraph url = new Paragraph(w.url());
        Paragraph told = new Paragraph(w.occasions().stream().sorted().map(Words::occasion).collect(Collectors.joining(" · ")));
        told.addClassName("muted");
        Button edit = new Button(Texts.of("webhook.edit"), e -> new WebhookDialog(webhooks, actor, w, this::show).open());
        edit.setAriaLabel(Texts.of("webhook.edit.of", w.name()));
        edit.setId("webhook-" + w.id());
        ListItem card = new ListItem(head, url, told, edit);
        card.addClassName("card");
        return card;
    }
}
