package io.amphora.document.console;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.document.api.DocumentSetup;
import io.amphora.document.api.Documents;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What documents say of the seller, how bills are numbered, and which templates there are. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "documents", title = "document.title", icon = "vaadin:file-text-o", group = MenuGroup.ADMINISTRATION, order = 45, permission = DocumentSetup.CONFIGURE)
public final class DocumentsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient DocumentSetup setup;
    private final transient Actor actor = CurrentUser.actor();
    private final transient Edit edit;
    private final FieldErrors errors = new FieldErrors();
    private final transient Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();

    @Activate
    public DocumentsPage(@Reference DocumentSetup setup, @Reference Documents documents) {
        super("document.title");
        this.setup = setup;
        this.edit = new Edit(() -> setup.version(actor));
        primary("document.setting.save", this::save);
        Map<String, String> now = setup.settings(actor);
        Div form = new Div(field(new TextField(), DocumentSetup.NAME, now), field(new TextArea(), DocumentSetup.SELLER, now), language(now), field(new TextField(), DocumentSetup.ZONE, now),
                field(new TextField(), DocumentSetup.URL, now), field(new TextField(), DocumentSetup.INVOICE_NUMBER, now),
                field(new TextField(), DocumentSetup.CREDIT_NOTE_NUMBER, now));
        form.addClassNames("stack", "form-column");
        Div settings = new Div(new H2(Texts.of("document.settings")), errors, form);
        settings.addClassName("surface");
        Div bank = new Div(field(new TextField(), DocumentSetup.BANK_HOLDER, now), field(new TextField(), DocumentSetup.BANK_ACCOUNT, now), field(new TextField(), DocumentSetup.BANK_BIC, now),
                field(new TextField(), DocumentSetup.BANK_NAME, now), field(new TextField(), DocumentSetup.PAYMENT_REFERENCE, now));
        bank.addClassNames("stack", "form-column");
        Div payment = new Div(new H2(Texts.of("document.payment")), bank);
        payment.addClassName("surface");
        Div templates = new Div(new H2(Texts.of("document.templates")), new TemplatesTable(documents.templates(actor, getLocale())));
        templates.addClassName("surface");
        Div content = new Div(settings, payment, templates);
        content.addClassName("stack");
        grow(content);
    }

    private Select<String> language(Map<String, String> now) {
        Select<String> select = new Select<>();
        select.setItems(Stream.of("en", "zh-CN", now.get(DocumentSetup.LANGUAGE)).distinct().toList());
        select.setItemLabelGenerator(tag -> Locale.forLanguageTag(tag).getDisplayName(Texts.locale()));
        select.setLabel(Texts.of(DocumentSetup.LANGUAGE));
        return bind(select, DocumentSetup.LANGUAGE, now);
    }

    private <F extends AbstractField<?, String> & HasValidation & com.vaadin.flow.component.HasLabel & com.vaadin.flow.component.HasHelper> F field(F field, String name, Map<String, String> now) {
        field.setLabel(Texts.of(name));
        String help = Texts.orElse(name + ".help", "");
        field.setHelperText(help.isEmpty() ? null : help);
        return bind(field, name, now);
    }

    private <F extends AbstractField<?, String> & HasValidation> F bind(F field, String name, Map<String, String> now) {
        field.setValue(now.get(name));
        field.setId(name.replace('.', '-'));
        fields.put(name, field);
        errors.bind(name, field);
        return field;
    }

    private void save() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.getValue()));
        edit.save(errors, seen -> setup.change(actor, values, seen), () -> Toast.success("document.setting.saved"), Edit::reload);
    }
}
