package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Transports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The ways messages take, with their health, and a try. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = MessageTabs.TRANSPORTS, title = "transport.title", icon = "vaadin:envelope-o", permission = MessageLog.READ)
public final class TransportsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Transports transports;
    private final transient MessageLog log;
    private final transient Actor actor = CurrentUser.actor();
    private final UnorderedList cards = new UnorderedList();

    @Activate
    public TransportsPage(@Reference Transports transports, @Reference MessageLog log) {
        super("transport.title");
        this.transports = transports;
        this.log = log;
        NotificationStyles.on(this);
        cards.addClassName("hook-cards");
        add(new MessageTabs(MessageTabs.TRANSPORTS), cards);
        Live.on(this, "notification.changed", keys -> show());
        show();
    }

    private void show() {
        cards.removeAll();
        transports.list(actor, Texts.locale()).forEach(t -> cards.add(card(t)));
    }

    private ListItem card(Transports.Info t) {
        Formats formats = Formats.current();
        H2 title = new H2(t.title());
        title.addClassName("card-title");
        Div head = new Div(title, health(t));
        head.addClassName("card-head");
        ListItem card = new ListItem(head);
        card.addClassName("card");
        card.setId("transport-" + t.id());
        if (!t.present()) {
            card.add(new Paragraph(Texts.of("transport.absent.text")));
            return card;
        }
        card.add(new Facts().add("transport.sent", formats.number(t.sent())).add("transport.failed", formats.number(t.failed())).inline());
        if (t.lastError() != null) {
            Paragraph error = new Paragraph(t.lastError());
            error.addClassName("field-errors");
            card.add(error);
        }
        Span bundle = new Span(t.bundle() == null ? "" : t.bundle() + " " + t.bundleVersion());
        bundle.addClassName("card-note");
        card.add(bundle);
        if (actor.may(MessageLog.MANAGE) && t.reaches().contains(Recipient.Kind.PERSON)) {
            card.add(test(t));
        }
        return card;
    }

    private Button test(Transports.Info t) {
        Button test = new Button(Texts.of("transport.test"), e -> {
            if (t.id().equals(MessageTransport.EMAIL)) {
                new TestDialog(log, actor, t.id()).open();
            } else if (Toast.guard(() -> log.test(actor, t.id(), null))) {
                Toast.success("transport.tested");
            }
        });
        test.setId("test-" + t.id());
        test.setAriaLabel(Texts.of("transport.test.of", t.title()));
        return test;
    }

    private static Badge health(Transports.Info t) {
        return switch (t.health()) {
            case "ok" -> Badge.of(Badge.Tone.SUCCESS, "transport.health.ok");
            case "failing" -> Badge.of(Badge.Tone.WARNING, "transport.health.failing");
            case "open" -> Badge.of(Badge.Tone.ERROR, "transport.health.open");
            default -> Badge.of(Badge.Tone.NEUTRAL, "transport.health.absent");
        };
    }
}
