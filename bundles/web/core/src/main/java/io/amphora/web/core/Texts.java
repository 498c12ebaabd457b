package io.amphora.web.core;

import io.amphora.common.EnumTexts;
import io.amphora.common.Messages;
import io.amphora.common.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Texts in the language of who asks, English where there is no translation. */
final class Texts {
    private final Supplier<List<Messages>> messages;

    Texts(Supplier<List<Messages>> messages) {
        this.messages = messages;
    }

    String of(Problem problem, Locale locale) {
        return text(problem.messageKey(), problem.pattern(), locale, EnumTexts.named(problem.args(), key -> find(key, locale)));
    }

    String text(String key, String english, Locale locale, Object... args) {
        String pattern = find(key, locale);
        return pattern == null ? new MessageFormat(english, Locale.ENGLISH).format(args) : new MessageFormat(pattern, locale).format(args);
    }

    private String find(String key, Locale locale) {
        return messages.get().stream().map(bundle -> bundle.find(key, locale)).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
