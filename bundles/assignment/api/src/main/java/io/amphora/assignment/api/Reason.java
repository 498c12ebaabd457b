package io.amphora.assignment.api;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence of a rule that everybody reads in his own language, and in English when the bundle with the translations is gone.
 *
 * @param key       of the translations, which the bundle of the rule brings as {@link io.amphora.common.Messages}; null: there are none, the sentence is read as it is
 * @param pattern   English text as a {@link MessageFormat} pattern
 * @param arguments what the pattern and its translations name ({@code {0}} is the first): names and numbers, no words
 */
public record Reason(String key, String pattern, List<String> arguments) {
    public Reason {
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }

    public static Reason of(String key, String pattern, Object... arguments) {
        return new Reason(key, pattern, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** The English text. */
    public String text() {
        return key == null ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments.toArray());
    }
}
