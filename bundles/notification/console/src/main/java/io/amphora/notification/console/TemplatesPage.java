package io.amphora.notification.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Templates;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The texts of messages: which one, and its editor. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = MessageTabs.TEMPLATES, title = "template.title", icon = "vaadin:envelope-o", permission = MessageLog.MANAGE)
public final class TemplatesPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient Actor actor = CurrentUser.actor();
    private final Select<Audience> audience = new Select<>();
    private final Select<Occasion> occasion = new Select<>();
    private final Select<String> language = new Select<>();
    private final Div place = new Div();

    @Activate
    public TemplatesPage(@Reference Templates templates) {
        super("template.title");
        this.templates = templates;
        NotificationStyles.on(this);
        choices();
        Div which = new Div(audience, occasion, language);
        which.addClassName("template-which");
        add(new MessageTabs(MessageTabs.TEMPLATES), which, place);
        show();
    }

    private void choices() {
        audience.setLabel(Texts.of("template.audience"));
        audience.setId("audience");
        audience.setItems(Audience.values());
        audience.setItemLabelGenerator(a -> Texts.of("audience", a));
        audience.setValue(Audience.CUSTOMER);
        occasion.setLabel(Texts.of("template.occasion"));
        occasion.setId("occasion");
        occasion.setItemLabelGenerator(Words::occasion);
        offer();
        language.setLabel(Texts.of("template.language"));
        language.setId("language");
        language.setItems(Templates.LANGUAGES);
        language.setItemLabelGenerator(l -> Texts.of("template.language." + l));
        language.setValue(Templates.LANGUAGES.contains(Texts.locale().getLanguage()) ? Texts.locale().getLanguage() : Locale.ENGLISH.getLanguage());
        audience.addValueChangeListener(e -> {
            offer();
            show();
        });
        occasion.addValueChangeListener(e -> show());
        language.addValueChangeListener(e -> show());
    }

    /** Customers do not hear of everything. */
    private void offer() {
        Occasion before = occasion.getValue();
        List<Occasion> all = Arrays.stream(Occasion.values()).filter(o -> audience.getValue() == Audience.STAFF || o.customers()).toList();
        occasion.setItems(all);
        occasion.setValue(all.contains(before) ? before : Occasion.ORDER_CONFIRMED);
    }

    private void show() {
        if (occasion.getValue() != null) {
            place.removeAll();
            place.add(new TemplateEditor(templates, actor, templates.find(actor, occasion.getValue(), audience.getValue(), language.getValue())));
        }
    }
}
