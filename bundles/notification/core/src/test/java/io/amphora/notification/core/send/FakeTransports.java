package io.amphora.notification.core.send;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.TransportException;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** E-mail that only remembers, and the bell. */
public final class FakeTransports {
    /** What sending does. */
    public interface Sending {
        void send(OutgoingMessage message) throws TransportException;
    }

    public final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
    public volatile Sending sending = message -> { };

    public MessageTransport email() {
        return new MessageTransport() {
            @Override
            public String title(Locale locale) {
                return "E-mail";
            }

            @Override
            public void send(OutgoingMessage message) throws TransportException {
                sending.send(message);
                sent.add(message);
            }
        };
    }

    public TransportBook book() {
        TransportBook book = new TransportBook();
        bind(book, email(), MessageTransport.EMAIL, "PERSON,CUSTOMER");
        bind(book, new BellTransport(), MessageTransport.BELL, "PERSON");
        return book;
    }

    public static void bind(TransportBook book, MessageTransport transport, String id, String reaches) {
        book.bindTransport(transport, Map.of(MessageTransport.PROPERTY_ID, id, MessageTransport.PROPERTY_REACHES, reaches));
    }

    public static MessageWorker worker(Tx tx, Outbox outbox, TransportBook book, Clock clock) {
        return new MessageWorker(tx, outbox, (order, who, what, note) -> { }, book, new PaperBook(), clock);
    }

    public static void stop(MessageWorker worker) {
        worker.stop();
    }
}
