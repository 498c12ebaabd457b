package io.amphora.identity.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;

/** Gives somebody a new password. */
final class PasswordDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    PasswordDialog(Users users, Actor actor, User user) {
        setHeaderTitle(Texts.of("user.set-password.of", user.displayName()));
        PasswordField password = new PasswordField(Texts.of("user.password"));
        password.setId("new-password");
        password.setWidthFull();
        password.setAutofocus(true);
        password.setHelperText(Texts.of("user.password.rule"));
        password.getElement().setAttribute("autocomplete", "new-password");
        FieldErrors errors = new FieldErrors().bind("password", password);
        add(errors, password);
        Button set = new Button(Texts.of("user.set-password"), e -> {
            if (errors.guard(() -> users.setPassword(actor, user.id(), password.getValue()))) {
                close();
                Toast.success("user.password-set", user.displayName());
            }
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        set.setId("confirm-password");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), set);
    }
}
