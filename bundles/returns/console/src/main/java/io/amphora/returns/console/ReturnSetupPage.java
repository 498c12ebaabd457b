package io.amphora.returns.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
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
import io.amphora.returns.api.ReturnPolicy;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.ReturnReasons.Reason;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** How returns are set up: the rules, and the reasons people choose from. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "return-setup", title = "returns.setup", icon = "vaadin:cog-o", permission = ReturnReasons.CONFIGURE)
public final class ReturnSetupPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient ReturnReasons reasons;
    private final transient ReturnPolicy policy;
    private final transient Actor actor = CurrentUser.actor();
    private final transient Edit edit;
    private final FieldErrors errors = new FieldErrors();
    private final IntegerField days = new IntegerField(Texts.of("returns.rules.days"));
    private final IntegerField claimDays = new IntegerField(Texts.of("returns.rules.claim-days"));
    private final BigDecimalField fee = new BigDecimalField(Texts.of("returns.rules.fee"));
    private final BigDecimalField fourEyes = new BigDecimalField(Texts.of("returns.rules.four-eyes"));
    private final Checkbox charges = new Checkbox(Texts.of("returns.rules.charges"));
    private final Checkbox creditNotes = new Checkbox(Texts.of("returns.rules.credit-notes"));
    private final TextArea excluded = new TextArea(Texts.of("returns.rules.excluded"));
    private final Div list = new Div();

    @Activate
    public ReturnSetupPage(@Reference ReturnReasons reasons, @Reference ReturnPolicy policy) {
        super("returns.setup");
        this.reasons = reasons;
        this.policy = policy;
        this.edit = new Edit(() -> policy.version(actor));
        ReturnStyles.on(this);
        setBack("returns");
        primary("returns.rules.save", this::save);
        errors.bind("days", days).bind("claimDays", claimDays).bind("feePercent", fee).bind("fourEyesAbove", fourEyes).bind("excluded", excluded);
        fourEyes.setHelperText(Texts.of("returns.rules.four-eyes.help"));
        excluded.setHelperText(Texts.of("returns.rules.excluded.help"));
        Div rules = new Div(errors, ReturnDialog.pair(days, claimDays, fee, fourEyes), charges, creditNotes, excluded);
        rules.addClassName("return-form");
        list.addClassName("return-rows");
        Div content = new Div(Panels.section("returns.rules", rules), Panels.section("returns.reasons", new Div(list, add())));
        content.addClassName("return-stack");
        grow(content);
        show(policy.rules(actor));
        show(reasons.list(actor));
    }

    private void show(Rules r) {
        days.setValue(r.days());
        claimDays.setValue(r.claimDays());
        fee.setValue(r.feePercent());
        fourEyes.setValue(r.fourEyesAbove());
        charges.setValue(r.refundCharges());
        creditNotes.setValue(r.creditNotes());
        excluded.setValue(String.join("\n", r.excluded()));
    }

    private void save() {
        Rules mine = new Rules(days.isEmpty() ? -1 : days.getValue(), claimDays.isEmpty() ? -1 : claimDays.getValue(), List.of(excluded.getValue().split("\n")), fee.getValue(),
                charges.getValue(), fourEyes.getValue(), creditNotes.getValue());
        edit.save(errors, seen -> show(policy.change(actor, mine, seen)), () -> Toast.success("returns.rules.saved"), Edit::reload);
    }

    private void show(List<Reason> all) {
        list.removeAll();
        all.forEach(r -> {
            Div name = ReturnDialog.two(r.title(Texts.locale()), r.code());
            name.addClassName("grow");
            Div row = new Div(name, Badge.of(Badge.Tone.NEUTRAL, r.claim() ? "returns.kind.claim" : "returns.kind.return"));
            row.addClassName("return-row");
            if (!r.active()) {
                row.add(Badge.of(Badge.Tone.WARNING, "returns.reasons.inactive"));
            }
            Button toggle = new Button(Texts.of(r.active() ? "returns.reasons.off" : "returns.reasons.on"), e -> change(new Reason(r.code(), r.titleEn(), r.titleZh(), r.claim(), !r.active(), r.position(), r.version())));
            toggle.setId("toggle-" + r.code());
            row.add(toggle);
            list.add(row);
        });
    }

    private void change(Reason reason) {
        Toast.guard(() -> reasons.save(actor, reason));
        show(reasons.list(actor));
    }

    private Div add() {
        FieldErrors own = new FieldErrors();
        TextField code = new TextField(Texts.of("returns.reasons.code"));
        TextField english = new TextField(Texts.of("returns.reasons.en"));
        TextField chinese = new TextField(Texts.of("returns.reasons.zh"));
        Checkbox claim = new Checkbox(Texts.of("returns.kind.claim"));
        code.setId("reason-code");
        own.bind("code", code).bind("titleEn", english).bind("titleZh", chinese);
        Button add = new Button(Texts.of("returns.reasons.add"), e -> {
            if (own.guard(() -> reasons.save(actor, new Reason(code.getValue().strip().toUpperCase(java.util.Locale.ROOT), english.getValue(), chinese.getValue(), claim.getValue(), true, 80, 0)))) {
                List.of(code, english, chinese).forEach(TextField::clear);
                show(reasons.list(actor));
            }
        });
        add.setId("add-reason");
        Div fields = new Div(code, english, chinese, claim, add);
        fields.addClassName("return-reasons-new");
        return new Div(own, fields, new Span());
    }
}
