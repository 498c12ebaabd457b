package io.amphora.identity.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.identity.api.Users;

/** Changes the own password; folded away until somebody wants it. */
final class OwnPasswordForm extends Details {
    private static final long serialVersionUID = 1L;

    private final PasswordField old = field("account.old-password", "old-password", "current-password");
    private final PasswordField fresh = field("account.new-password", "fresh-password", "new-password");

    OwnPasswordForm(Users users, Actor actor) {
        setSummaryText(Texts.of("account.change-password"));
        setId("change-password");
        fresh.setHelperText(Texts.of("user.password.rule"));
        FieldErrors errors = new FieldErrors().bind("oldPassword", old).bind("newPassword", fresh);
        Button change = new Button(Texts.of("account.change-password"), e -> {
            if (errors.guard(() -> users.changeOwnPassword(actor, old.getValue(), fresh.getValue()))) {
                old.clear();
                fresh.clear();
                setOpened(false);
                Toast.success("account.password-changed");
            }
        });
        change.setId("save-password");
        add(new Div(errors, new FormLayout(old, fresh), change));
    }

    private static PasswordField field(String labelKey, String id, String autocomplete) {
        PasswordField field = new PasswordField(Texts.of(labelKey));
        field.setId(id);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }
}
