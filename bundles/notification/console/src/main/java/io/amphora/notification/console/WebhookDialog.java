package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;

/** A webhook to be, or as it is. */
final class WebhookDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Webhooks webhooks;
    private final transient Actor actor;
    private final transient Webhook before;
    private final transient Runnable changed;
    private final TextField name = new TextField(Texts.of("webhook.name"));
    private final TextField url = new TextField(Texts.of("webhook.url"));
    private final CheckboxGroup<Occasion> occasions = new CheckboxGroup<>(Texts.of("webhook.occasions"));
    private final Checkbox active = new Checkbox(Texts.of("webhook.active"), true);
    private final FieldErrors errors = new FieldErrors();

    /** @param before null for a new one */
    WebhookDialog(Webhooks webhooks, Actor actor, Webhook before, Runnable changed) {
        this.webhooks = webhooks;
        this.actor = actor;
        this.before = before;
        this.changed = changed;
        setHeaderTitle(before == null ? Texts.of("webhook.new") : before.name());
        fields();
        Div content = new Div(errors, name, url, occasions);
        content.addClassName("message-dialog");
        add(content);
        if (before != null) {
            show(content);
        }
        Button save = new Button(Texts.of("webhook.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        Shortcuts.on(save, "mod+enter", "webhook.save", this::save);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }

    private void fields() {
        name.setId("name");
        name.setAutofocus(true);
        url.setId("url");
        url.setPlaceholder("https://");
        occasions.setId("occasions");
        occasions.setItems(Occasion.values());
        occasions.setItemLabelGenerator(Words::occasion);
        active.setId("active");
        errors.bind("name", name).bind("url", url).bind("occasions", occasions);
    }

    private void show(Div content) {
        name.setValue(before.name());
        url.setValue(before.url());
        occasions.setValue(before.occasions());
        active.setValue(before.active());
        content.add(active);
        Button delete = new Button(Texts.of("webhook.delete"), e -> ReasonDialog.confirm(Texts.of("webhook.delete.of", before.name()), Texts.of("webhook.delete.text"), "webhook.delete",
                () -> ended(Toast.guard(() -> webhooks.delete(actor, before.id(), before.version())))).dangerous());
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        delete.setId("delete");
        Button renew = new Button(Texts.of("webhook.renew"), e -> ReasonDialog.confirm(Texts.of("webhook.renew"), Texts.of("webhook.renew.text"), "webhook.renew",
                () -> ended(Toast.guard(() -> secret(webhooks.renewSecret(actor, before.id(), before.version()))))));
        renew.setId("renew");
        getFooter().add(delete, renew);
    }

    private void ended(boolean well) {
        if (well) {
            close();
            changed.run();
        }
    }

    private void save() {
        if (errors.guard(this::store)) {
            close();
            Toast.success("webhook.saved");
            changed.run();
        }
    }

    private void store() {
        if (before == null) {
            secret(webhooks.create(actor, name.getValue(), url.getValue(), occasions.getValue()));
        } else {
            webhooks.change(actor, before.id(), before.version(), name.getValue(), url.getValue(), occasions.getValue(), active.getValue());
        }
    }

    /** Shown this once. */
    private static void secret(Webhooks.Made made) {
        Dialog dialog = new Dialog(Texts.of("webhook.secret.of", made.webhook().name()));
        TextField secret = new TextField(Texts.of("webhook.secret"));
        secret.setValue(made.secret());
        secret.setReadOnly(true);
        secret.setId("secret");
        secret.setWidthFull();
        Div content = new Div(new Paragraph(Texts.of("webhook.secret.once")), secret);
        content.addClassName("message-dialog");
        dialog.add(content);
        Button copy = new Button(Texts.of("webhook.copy"), e -> secret.getElement().executeJs("navigator.clipboard?.writeText($0)", made.secret()));
        copy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Texts.of("kit.close"), e -> dialog.close()), copy);
        dialog.open();
    }
}
