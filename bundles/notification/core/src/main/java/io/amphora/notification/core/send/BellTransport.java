package io.amphora.notification.core.send;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** The bell of the console: a message is there once it is marked as sent. */
@Component(property = {MessageTransport.PROPERTY_ID + "=" + MessageTransport.BELL, MessageTransport.PROPERTY_REACHES + "=PERSON"})
public final class BellTransport implements MessageTransport {
    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "控制台铃铛" : "Bell in the console";
    }

    @Override
    public void send(OutgoingMessage message) {
        // nothing has to leave the house
    }
}
