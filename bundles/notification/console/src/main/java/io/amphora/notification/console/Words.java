package io.amphora.notification.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Occasion;

/** How messages are called. */
final class Words {
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

    static Badge state(MessageState state) {
        Badge.Tone tone = switch (state) {
            case QUEUED, WAITING -> Badge.Tone.INFO;
            case SENT -> Badge.Tone.SUCCESS;
            case FAILED -> Badge.Tone.ERROR;
            case SUPPRESSED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("message.state", state));
    }
}
