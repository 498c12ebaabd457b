package io.amphora.console.core;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages of the console. */
final class Languages {
    static final String COOKIE = "amphora.language";
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private Languages() {
    }

    /** The console's locale for a language tag; English for all it does not speak. */
    static Locale of(String tag) {
        return tag != null && Locale.forLanguageTag(tag).getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** As chosen in this browser, else as the browser is set. */
    static Locale of(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return of(cookie.getValue());
                }
            }
        }
        return Collections.list(request.getLocales()).stream().filter(l -> l.getLanguage().equals("en") || l.getLanguage().equals("zh"))
                .findFirst().map(l -> of(l.getLanguage())).orElse(Locale.ENGLISH);
    }

    /** What the language calls itself. */
    static String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? "中文" : "English";
    }

    /** For the attribute {@code lang}. */
    static String tag(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }
}
