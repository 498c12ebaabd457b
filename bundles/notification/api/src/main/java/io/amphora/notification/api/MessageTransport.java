package io.amphora.notification.api;

import java.time.Duration;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: a way to bring messages to somebody. While the service is there people can subscribe to it; messages for one that is away wait.
 * Called on worker threads, several at a time, outside any transaction. Whatever it throws counts as a failure and is tried again later, except a
 * {@link TransportException} that says it is of no use. After some failures in a row it is left alone for a while.
 *
 * @since 1.0
 */
@ConsumerType
public interface MessageTransport {
    /** Required service property: stable, kept with each message; at most 60 characters. */
    String PROPERTY_ID = "amphora.transport.id";
    /** Service property: the {@link Recipient.Kind}s it reaches, comma-separated; {@code PERSON} if absent. */
    String PROPERTY_REACHES = "amphora.transport.reaches";

    /** Id of the e-mail transport. */
    String EMAIL = "email";
    /** Id of the console's bell. */
    String BELL = "bell";
    /** Id of the webhooks. */
    String WEBHOOK = "webhook";

    /** What people call it. Answer at once. */
    String title(Locale locale);

    /** Sends one message; returning means that it is out of our hands. May get the same one twice. */
    void send(OutgoingMessage message) throws TransportException;

    /** How long {@link #send} may take before it is interrupted. Answer at once. */
    default Duration timeout() {
        return Duration.ofSeconds(30);
    }
}
