package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.MessageLog;

/** Where a test mail goes. */
final class TestDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    TestDialog(MessageLog log, Actor actor, String transport) {
        setHeaderTitle(Texts.of("transport.test"));
        EmailField address = new EmailField(Texts.of("message.address"));
        address.setId("address");
        address.setWidthFull();
        address.setAutofocus(true);
        FieldErrors errors = new FieldErrors().bind("address", address);
        Div content = new Div(errors, address);
        content.addClassName("message-dialog");
        add(content);
        Button send = new Button(Texts.of("transport.test"), e -> {
            if (errors.guard(() -> log.test(actor, transport, address.getValue()))) {
                close();
                Toast.success("transport.tested");
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setId("send");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), send);
    }
}
