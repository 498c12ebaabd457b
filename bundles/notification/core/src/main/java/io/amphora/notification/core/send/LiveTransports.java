package io.amphora.notification.core.send;

import io.amphora.common.Actor;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Transports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The transports of this node. */
@Component(service = Transports.class)
public final class LiveTransports implements Transports {
    private final TransportBook book;

    @Activate
    public LiveTransports(@Reference TransportBook book) {
        this.book = book;
    }

    @Override
    public List<Info> list(Actor by, Locale locale) {
        by.require(MessageLog.READ);
        List<Info> all = new ArrayList<>();
        book.present().forEach(t -> all.add(new Info(t.id, t.title(locale), true, t.reaches, t.bundle, t.bundleVersion, t.health(), t.sent(), t.failed(), t.lastError())));
        if (book.find(MessageTransport.EMAIL).isEmpty()) {
            String title = locale.getLanguage().equals("zh") ? "电子邮件" : "E-mail";
            all.add(new Info(MessageTransport.EMAIL, title, false, Set.of(Recipient.Kind.PERSON, Recipient.Kind.CUSTOMER), null, null, "absent", 0, 0, null));
        }
        all.sort(Comparator.comparing(Info::id));
        return all;
    }
}
