package io.amphora.console.api.kit;

import com.vaadin.flow.component.html.Span;

/** A status pill. Colour only supports the text, it never replaces it. */
public final class Badge extends Span {
    private static final long serialVersionUID = 1L;

    /** What a status means for the reader. */
    public enum Tone {
        NEUTRAL, INFO, SUCCESS, WARNING, ERROR
    }

    private Badge(Tone tone, String text) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** @param key message key of the text */
    public static Badge of(Tone tone, String key, Object... args) {
        return new Badge(tone, Texts.of(key, args));
    }

    /** With a text that is already in the user's language, or needs none. */
    public static Badge text(Tone tone, String text) {
        return new Badge(tone, text);
    }
}
