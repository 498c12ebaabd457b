package io.amphora.ext.report.abc;

import io.amphora.common.Messages;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle: for its template, and (problems) for all faces. */
@Component(service = Messages.class)
public final class AbcMessages extends Messages {
    public AbcMessages() {
        super("i18n.abc");
    }

    String text(Locale locale, String key) {
        String text = find(key, locale);
        return text == null ? key : text;
    }
}
