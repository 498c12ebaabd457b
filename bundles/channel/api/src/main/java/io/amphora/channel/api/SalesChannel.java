package io.amphora.channel.api;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard SPI: a place orders come from. Called on a worker thread, one call at a time per channel; may block up to {@link #timeout}. */
@ConsumerType
public interface SalesChannel {
    /** Required service property: stable id; orders keep it. Never change it. */
    String PROPERTY_ID = "amphora.channel.id";

    String title(Locale locale);

    /**
     * What is new. The same order may be returned again and again: the inbox knows it by its external id.
     *
     * @param max at most so many
     */
    List<IncomingOrder> fetch(int max) throws ChannelException;

    /** What was fetched is safely in the inbox (also orders that were there already): the channel may forget or mark it. */
    default void accepted(List<IncomingOrder> orders) throws ChannelException {
    }

    /** How often to ask. */
    default Duration interval() {
        return Duration.ofSeconds(10);
    }

    default Duration timeout() {
        return Duration.ofSeconds(30);
    }
}
