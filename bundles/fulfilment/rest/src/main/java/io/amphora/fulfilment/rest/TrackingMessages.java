package io.amphora.fulfilment.rest;

import io.amphora.common.Messages;
import java.text.MessageFormat;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Texts of the customer's page. */
@Component(service = Messages.class)
public final class TrackingMessages extends Messages {
    public TrackingMessages() {
        super("i18n.tracking");
    }

    static String text(String key, Locale locale, Object... args) {
        return new MessageFormat(new TrackingMessages().find("tracking." + key, locale), locale).format(args);
    }
}
