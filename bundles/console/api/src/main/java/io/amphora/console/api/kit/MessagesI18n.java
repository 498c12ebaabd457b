package io.amphora.console.api.kit;

import com.vaadin.flow.i18n.I18NProvider;
import io.amphora.common.Messages;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Vaadin's translations over the {@link Messages} of all bundles. Every text is a {@link MessageFormat} pattern, also one without arguments. Thread-safe. */
public final class MessagesI18n implements I18NProvider {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<? extends Collection<Messages>> sources;

    /** @param sources asked on every translation, because bundles come and go */
    public MessagesI18n(Supplier<? extends Collection<Messages>> sources) {
        this.sources = sources;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        String text = find(key, locale);
        if (text == null && !locale.getLanguage().equals("en")) {
            text = find(key, Locale.ENGLISH);
        }
        return text == null ? "!" + key : new MessageFormat(text, locale).format(params);
    }

    private String find(String key, Locale locale) {
        for (Messages source : sources.get()) {
            String text = source.find(key, locale);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
