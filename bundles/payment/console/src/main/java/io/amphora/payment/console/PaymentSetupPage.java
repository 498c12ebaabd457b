package io.amphora.payment.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The terms of new orders, and the gateways that are there. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "payment-setup", title = "payment.setup", icon = "vaadin:cog-o", permission = PaymentSetup.CONFIGURE)
public final class PaymentSetupPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient PaymentSetup setup;
    private final transient Actor actor = CurrentUser.actor();
    private final transient Edit edit;
    private final FieldErrors errors = new FieldErrors();
    private final Select<PaymentTerms> usual = terms();
    private final Div channels = new Div();
    private final transient Map<String, Select<PaymentTerms>> own = new LinkedHashMap<>();

    @Activate
    public PaymentSetupPage(@Reference PaymentSetup setup, @Reference Payments payments) {
        super("payment.setup");
        this.setup = setup;
        this.edit = new Edit(() -> setup.version(actor));
        PaymentStyles.on(this);
        setBack("payments");
        primary("payment.setup.save", this::save).setId("save");
        usual.setLabel(Texts.of("payment.setup.usual"));
        usual.setId("usual");
        errors.bind("usual", usual);
        channels.addClassName("payments");
        Div form = new Div(errors, usual, channels, add());
        form.addClassName("payment-form");
        Div gateways = new Div();
        payments.gateways(actor, Texts.locale()).forEach(g -> gateways.add(row(g)));
        Div content = new Div(Panels.section("payment.setup.terms", form), Panels.section("payment.setup.gateways", gateways));
        content.addClassName("payment-stack");
        grow(content);
        PaymentSetup.Terms now = setup.terms(actor);
        usual.setValue(now.usual());
        new TreeMap<>(now.byChannel()).forEach(this::channel);
    }

    private static Select<PaymentTerms> terms() {
        Select<PaymentTerms> field = new Select<>();
        field.setItems(PaymentTerms.values());
        field.setItemLabelGenerator(t -> Texts.of("payment.terms", t));
        return field;
    }

    private void channel(String id, PaymentTerms value) {
        Select<PaymentTerms> field = terms();
        field.setLabel(Texts.of("payment.setup.of", id));
        field.setId("terms-" + id);
        field.setValue(value);
        own.put(id, field);
        Div row = new Div();
        Button remove = new Button(Texts.of("payment.setup.remove"), e -> {
            own.remove(id);
            channels.remove(row);
        });
        remove.setId("remove-" + id);
        row.add(field, remove);
        row.addClassName("payment-row");
        channels.add(row);
    }

    private Div add() {
        TextField id = new TextField(Texts.of("payment.setup.channel"));
        id.setId("channel");
        id.setMaxLength(60);
        Button add = new Button(Texts.of("payment.setup.add"), e -> {
            String channel = id.getValue().strip();
            if (!channel.isEmpty() && !own.containsKey(channel)) {
                channel(channel, usual.getValue());
            }
            id.clear();
        });
        add.setId("add-channel");
        Div row = new Div(id, add);
        row.addClassName("payment-row");
        return row;
    }

    private static Div row(Payments.GatewayInfo g) {
        Span title = new Span(g.title());
        title.addClassName("payment-amount");
        Span id = new Span(g.id() + (g.bundle() == null ? "" : " · " + g.bundle() + " " + g.bundleVersion()));
        id.addClassName("muted");
        Badge.Tone tone = g.health().equals("ok") ? Badge.Tone.SUCCESS : g.health().equals("failing") ? Badge.Tone.WARNING : Badge.Tone.ERROR;
        Div row = new Div(title, Badge.of(tone, "payment.setup.health." + g.health()), id);
        if (g.lastError() != null) {
            Span why = new Span(g.lastError());
            why.addClassName("muted");
            row.add(why);
        }
        row.addClassName("payment-row");
        return row;
    }

    private void save() {
        Map<String, PaymentTerms> byChannel = new TreeMap<>();
        own.forEach((id, field) -> byChannel.put(id, field.getValue()));
        edit.save(errors, seen -> setup.change(actor, new PaymentSetup.Terms(usual.getValue(), byChannel), seen), () -> Toast.success("payment.setup.saved"), Edit::reload);
    }
}
