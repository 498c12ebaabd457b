package io.amphora.report.core;

import io.amphora.common.Messages;
import java.text.MessageFormat;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle; its templates ask it directly. */
@Component(service = Messages.class)
public final class ReportMessages extends Messages {
    public ReportMessages() {
        super("i18n.report");
    }

    /** The text in the language, else in English. */
    public String text(Locale locale, String key, Object... args) {
        String pattern = find(key, locale);
        return new MessageFormat(pattern == null ? key : pattern, locale).format(args);
    }
}
