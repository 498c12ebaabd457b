package io.amphora.common;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong with what somebody asked for.
 *
 * @param field   where, as a path into the request ({@code lines[2].quantity}); empty when it concerns the whole
 * @param code    stable, dotted, lower case ({@code stock.short}); {@code problem.<code>} is the key of its translations
 * @param pattern English text as a {@link MessageFormat} pattern; used when a language has no translation
 * @param args    what the pattern and its translations name ({@code {0}} is the first); enum values are named in the language, see {@link EnumTexts}
 */
public record Problem(String field, String code, String pattern, List<Object> args) {
    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String field, String code, String pattern, Object... args) {
        return new Problem(field, code, pattern, List.of(args));
    }

    /** The English text. */
    public String message() {
        return new MessageFormat(pattern, Locale.ENGLISH).format(EnumTexts.named(args, key -> null));
    }

    /** The key under which {@link Messages} holds translations. */
    public String messageKey() {
        return "problem." + code;
    }

    /** The same problem seen from outside: {@code prefix.field}. */
    public Problem under(String prefix) {
        return new Problem(field.isEmpty() ? prefix : field.startsWith("[") ? prefix + field : prefix + "." + field, code, pattern, args);
    }
}
