package io.amphora.notification.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How messages are called. */
final class Words {
    private static final Pattern SILENT = Pattern.compile("orders of (.*) are silent");

    private Words() {
    }

    static String occasion(Occasion occasion) {
        return Texts.of("occasion." + occasion.id());
    }

    /** An occasion that is none any more goes by its id. */
    static String occasion(String id) {
        return Texts.orElse("occasion." + id, id);
    }

    static String transport(String id) {
        return Texts.orElse("transport." + id, id);
    }

    /** The name, else what there is. */
    static String recipient(Message m) {
        return m.to().name() == null || m.to().name().isBlank() ? m.to().id() : m.to().name();
    }

    /** What a webhook was told has no words, only the code of the occasion. */
    static String title(Message m) {
        return m.transport().equals(MessageTransport.WEBHOOK) ? occasion(m.occasion()) + " " + m.label() : m.subject();
    }

    /** Why it was not sent. What was suppressed says so in fixed words, kept in English; what a transport answered is shown as it is. */
    static String unsent(Message m) {
        if (m.lastError() == null || m.state() != MessageState.SUPPRESSED) {
            return m.lastError() == null ? "" : m.lastError();
        }
        Matcher silent = SILENT.matcher(m.lastError());
        return silent.matches() ? Texts.of("message.unsent.silent", silent.group(1)) : Texts.orElse("message.unsent." + m.lastError().replace(' ', '-'), m.lastError());
    }

    /** A page of the console, maybe with a filter behind a question mark. */
    static void open(UI ui, String link) {
        Location location = new Location(link);
        ui.navigate(location.getPath(), location.getQueryParameters());
    }

    static Badge state(MessageState state) {
        Badge.Tone tone = switch (state) {
            case QUEUED, WAITING -> Badge.Tone.INFO;
            case SENT -> Badge.Tone.SUCCESS;
            case FAILED -> Badge.Tone.ERROR;
            case GATHERED, SUPPRESSED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("message.state", state));
    }
}
