package io.amphora.notification.console;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.identity.api.Role;
import io.amphora.notification.api.DigestSetup;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Who is told what: customers, roles and persons. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = MessageTabs.SUBSCRIPTIONS, title = "subscription.title", icon = "vaadin:envelope-o", permission = MessageLog.MANAGE)
public final class SubscriptionsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Subscriptions subscriptions;
    private final transient Actor actor = CurrentUser.actor();
    private final ComboBox<Subject> who = new ComboBox<>(Texts.of("subscription.who"));
    private final Div place = new Div();

    @Activate
    public SubscriptionsPage(@Reference Subscriptions subscriptions, @Reference DigestSetup digest) {
        super("subscription.title");
        this.subscriptions = subscriptions;
        NotificationStyles.on(this);
        List<Subject> all = new ArrayList<>(List.of(Subject.CUSTOMERS));
        Arrays.stream(Role.values()).map(Subject::of).forEach(all::add);
        subscriptions.people(actor).stream().map(Subject::person).forEach(all::add);
        who.setId("who");
        who.setItems(all);
        who.setItemLabelGenerator(SubscriptionsPage::label);
        who.setWidth("min(20rem, 100%)");
        who.addValueChangeListener(e -> show());
        add(new MessageTabs(MessageTabs.SUBSCRIPTIONS), who, place, gathered(digest));
        who.setValue(Subject.CUSTOMERS);
    }

    private Div gathered(DigestSetup digest) {
        Paragraph help = new Paragraph(Texts.of("digest.help"));
        help.addClassName("muted");
        Div surface = new Div(new H2(Texts.of("digest.title")), help, new DigestForm(digest, actor));
        surface.addClassName("surface");
        return surface;
    }

    private static String label(Subject s) {
        return switch (s.kind()) {
            case CUSTOMERS -> Texts.of("subscription.customers");
            case ROLE -> Texts.of("subscription.role", Texts.orElse("role." + s.id().toLowerCase(Locale.ROOT), s.id()));
            case PERSON -> s.id();
        };
    }

    private void show() {
        place.removeAll();
        Subject subject = who.getValue();
        if (subject == null) {
            return;
        }
        Paragraph help = new Paragraph(Texts.of("subscription.help", subject.kind()));
        help.addClassName("muted");
        Div choices = new Div(new H2(label(subject)), help, new ChoiceList(subscriptions, actor, subject));
        choices.addClassName("surface");
        place.add(choices);
        if (subject.kind() == Subject.Kind.PERSON) {
            Div quiet = new Div(new H2(Texts.of("quiet.title")), new QuietHoursForm(subscriptions, actor, subject.id()));
            quiet.addClassName("surface");
            place.add(quiet);
        }
    }
}
