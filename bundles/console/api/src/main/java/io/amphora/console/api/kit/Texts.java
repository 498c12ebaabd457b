package io.amphora.console.api.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.LocaleUtil;
import io.amphora.common.EnumTexts;
import io.amphora.common.Problem;
import java.text.MessageFormat;
import java.util.Locale;

/** Texts in the language of the user. For UI threads. */
public final class Texts {
    private static final String SYSTEM = "system:";

    private Texts() {
    }

    /** The user's language; English where there is no user. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    /** The text of a message key; {@code !key} when no bundle has it, so that it is noticed. */
    public static String of(String key, Object... args) {
        return orElse(key, "!" + key, args);
    }

    /** The text of a message key, or a fallback that is used as it is. */
    public static String orElse(String key, String fallback, Object... args) {
        I18NProvider texts = LocaleUtil.getI18NProvider().orElse(null);
        String found = texts == null ? null : texts.getTranslation(key, locale(), args);
        return found == null || found.startsWith("!") && found.contains(key) ? fallback : found;
    }

    /** The text of a problem; its English pattern when the language has none. */
    public static String of(Problem problem) {
        Object[] args = EnumTexts.named(problem.args(), key -> orElse(key, null));
        String found = orElse(problem.messageKey(), "", args);
        return found.isEmpty() ? new MessageFormat(problem.pattern(), locale()).format(args) : found;
    }

    /** Who did something, as people read it: {@code system:assignment} is "System · assignment", a person's name stays. @since 1.3 */
    public static String actor(String name) {
        if (name == null || !name.startsWith(SYSTEM)) {
            return name;
        }
        String what = name.substring(SYSTEM.length());
        return of("actor.system") + "\u00a0·\u00a0" + orElse("actor.system." + what, what);
    }

    /** The label of an enum value: message {@code <prefix>.<NAME in lower case with dashes>}. */
    public static String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
