package io.amphora.identity.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;

/** A user to be, or as it is. */
final class UserDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient Actor actor;
    private final transient User before;
    private final transient Runnable saved;
    private final TextField name = new TextField(Texts.of("user.name"));
    private final TextField displayName = new TextField(Texts.of("user.display-name"));
    private final EmailField email = new EmailField(Texts.of("user.email"));
    private final PasswordField password = new PasswordField(Texts.of("user.password"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(Texts.of("user.roles"));
    private final Checkbox active = new Checkbox(Texts.of("user.may-sign-in"), true);
    private final FieldErrors errors = new FieldErrors();

    private UserDialog(Users users, Actor actor, User before, Runnable saved) {
        this.users = users;
        this.actor = actor;
        this.before = before;
        this.saved = saved;
        addClassName("user-dialog");
        setHeaderTitle(before == null ? Texts.of("user.new") : before.displayName());
        fields();
        add(errors, before == null ? new FormLayout(name, displayName, email, password) : new FormLayout(displayName, email), roles);
        if (before != null) {
            show(before);
            add(active);
            Button setPassword = new Button(Texts.of("user.set-password"), e -> new PasswordDialog(users, actor, before).open());
            setPassword.setId("set-password");
            getFooter().add(setPassword);
        }
        Button save = new Button(Texts.of("user.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        Shortcuts.on(save, "mod+enter", "user.save", this::save);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }

    static UserDialog create(Users users, Actor actor, Runnable saved) {
        return new UserDialog(users, actor, null, saved);
    }

    static UserDialog change(Users users, Actor actor, User user, Runnable saved) {
        return new UserDialog(users, actor, user, saved);
    }

    private void fields() {
        name.setId("name");
        name.setHelperText(Texts.of("user.name.help"));
        name.setAutofocus(true);
        displayName.setId("display-name");
        email.setId("email");
        password.setId("password");
        password.setHelperText(Texts.of("user.password.help"));
        password.getElement().setAttribute("autocomplete", "new-password");
        roles.setId("roles");
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(r -> Texts.of("role", r));
        active.setId("active");
        errors.bind("name", name).bind("displayName", displayName).bind("email", email).bind("password", password).bind("roles", roles);
    }

    private void show(User user) {
        displayName.setValue(user.displayName());
        email.setValue(user.email() == null ? "" : user.email());
        roles.setValue(user.roles());
        active.setValue(user.active());
    }

    private void save() {
        if (errors.guard(this::store)) {
            close();
            Toast.success("user.saved");
            saved.run();
        }
    }

    private void store() {
        if (before == null) {
            users.create(actor, new NewUser(name.getValue(), displayName.getValue(), email.getValue(), roles.getValue(), password.isEmpty() ? null : password.getValue()));
        } else {
            users.change(actor, before.id(), before.version(), displayName.getValue(), email.getValue(), roles.getValue(), active.getValue());
        }
    }
}
