package io.amphora.identity.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.Tokens.Issued;
import java.time.Clock;
import java.time.Duration;

/** Issues a token, then shows its secret, once. */
final class TokenDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int NEVER = 0;

    private final TextField label = new TextField(Texts.of("token.label"));
    private final Select<Integer> days = new Select<>();
    private final FieldErrors errors = new FieldErrors();
    private final Button cancel = new Button(Texts.of("kit.cancel"), e -> close());
    private final Button issue = new Button(Texts.of("token.new"));

    TokenDialog(Tokens tokens, Actor actor, Clock clock, Runnable issued) {
        setHeaderTitle(Texts.of("token.new"));
        label.setId("token-label");
        label.setAutofocus(true);
        label.setHelperText(Texts.of("token.label.help"));
        days.setId("token-days");
        days.setLabel(Texts.of("token.expires"));
        days.setItems(30, 90, 365, NEVER);
        days.setItemLabelGenerator(d -> d == NEVER ? Texts.of("token.never") : Texts.of("token.days", d));
        days.setValue(90);
        errors.bind("label", label).bind("expires", days);
        add(errors, label, days);
        issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        issue.setId("issue-token");
        issue.addClickListener(e -> errors.guard(() -> {
            show(tokens.issue(actor, label.getValue(), days.getValue() == NEVER ? null : clock.instant().plus(Duration.ofDays(days.getValue()))));
            issued.run();
        }));
        getFooter().add(cancel, issue);
    }

    private void show(Issued issued) {
        removeAll();
        setCloseOnOutsideClick(false);
        TextField secret = new TextField(Texts.of("token.secret"));
        secret.setId("token-secret");
        secret.setValue(issued.secret());
        secret.setReadOnly(true);
        secret.setWidthFull();
        add(new Paragraph(Texts.of("token.secret.once")), secret);
        Button copy = new Button(Texts.of("token.copy"), e -> e.getSource().getElement().executeJs("navigator.clipboard.writeText($0)", issued.secret()));
        copy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        cancel.setText(Texts.of("kit.close"));
        getFooter().remove(issue);
        getFooter().add(copy);
    }
}
