package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageState;

/** One message, and sending it again. */
final class MessageDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param changed called after it was sent again */
    MessageDialog(MessageLog log, Actor actor, Message m, Runnable changed) {
        setHeaderTitle(Words.title(m));
        Pre text = new Pre(m.text());
        text.addClassName("message-text");
        Div content = new Div(facts(m), text);
        content.addClassName("message-dialog");
        add(content);
        if (m.link() != null) {
            Button open = new Button(Texts.of("message.open"), e -> {
                close();
                e.getSource().getUI().ifPresent(ui -> Words.open(ui, m.link()));
            });
            getFooter().add(open);
        }
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()));
        if (actor.may(MessageLog.MANAGE)) {
            getFooter().add(resend(log, actor, m, changed));
        }
    }

    private static Facts facts(Message m) {
        Formats formats = Formats.current();
        return new Facts().add("message.state", Words.state(m.state())).add("message.to", Words.recipient(m)).add("message.address", m.to().address())
                .add("message.transport", Words.transport(m.transport())).add("message.occasion", Words.occasion(m.occasion())).add("message.papers", m.papers().isEmpty() ? null : String.join(", ", m.papers())).add("message.created", formats.dateTime(m.createdAt()))
                .add("message.sent", formats.dateTime(m.sentAt())).add("message.due", formats.dateTime(m.dueAt())).add("message.tries", formats.number(m.tries())).add("message.error", m.lastError() == null ? null : Words.unsent(m))
                .inline();
    }

    private Button resend(MessageLog log, Actor actor, Message m, Runnable changed) {
        Button resend = new Button(Texts.of("message.resend"), e -> {
            if (Toast.guard(() -> log.resend(actor, m.id(), m.version()))) {
                close();
                Toast.success("message.resent");
                changed.run();
            }
        });
        resend.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        resend.setId("resend");
        if (m.state() == MessageState.QUEUED) {
            Page.disable(resend, Texts.of("message.queued"));
        }
        return resend;
    }
}
