package io.amphora.web.core;

import io.amphora.common.Messages;
import io.amphora.common.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Texts in the language of who asks, English where there is no translation. */
final class Texts {
    private final Supplier<List<Messages>> messages;

    Texts(Supplier<List<Messages>> messages) {
        this.messages = messages;
    }

    String of(Problem problem, Locale locale) {
        return text(problem.messageKey(), problem.pattern(), locale, problem.args().toArray());
    }

    String text(String key, String english, Locale locale, Object... args) {
        for (Messages bundle : messages.get()) {
            String pattern = bundle.find(key, locale);
            if (pattern != null) {
                return new MessageFormat(pattern, locale).format(args);
            }
        }
        return new MessageFormat(english, Locale.ENGLISH).format(args);
    }
}
