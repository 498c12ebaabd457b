package io.amphora.channel.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where incoming orders wait until they are orders: durable, keyed by (channel, external id), so that a retry never makes a second order and a crash
 * never drops one. Reading needs {@code channel.read}, the rest {@code channel.manage}. Publishes {@code inbox.received}, {@code inbox.ordered}, {@code inbox.failed}. Thread-safe.
 */
@ProviderType
public interface Inbox {
    String READ = "channel.read";
    String MANAGE = "channel.manage";

    /** Where an entry stands. */
    enum State {
        WAITING, ORDERED, FAILED, DROPPED
    }

    /** @param problems why it did not become an order; @param orderId what it became */
    record Entry(long id, String channel, IncomingOrder order, State state, List<Problem> problems, Long orderId, Instant receivedAt, Instant changedAt, long version) {
        public Entry {
            problems = List.copyOf(problems);
        }
    }

    /** Takes orders in; those that are there already are left alone. @return how many were new */
    int receive(Actor by, String channel, List<IncomingOrder> orders);

    /**
     * Waits until these have been tried once, but not for long: what is not tried by then is said to be waiting.
     *
     * @param externalIds what {@link #receive} took in; at most 1000
     * @return in the order in which they came
     * @since 1.3
     */
    List<Entry> settled(Actor by, String channel, Collection<String> externalIds);

    /** Takes nothing in, but says what would come of it. @since 1.3 */
    InboxRehearsal rehearse(Actor by, String channel);

    /** Newest first. @param state null for all; @param channel null for all */
    Page<Entry> list(Actor by, State state, String channel, PageRequest page);

    /** Replaces what came by a mended version and tries again. */
    Entry mend(Actor by, long id, long version, IncomingOrder order);

    /** Tries again as it is. */
    Entry retry(Actor by, long id, long version);

    /** Gives it up. @param reason required */
    Entry drop(Actor by, long id, long version, String reason);

    int countFailed(int limit);

    /** The channels known: those that are there now, and those that only orders remember. */
    List<ChannelInfo> channels(Actor by, java.util.Locale locale);

    /** @param present whether its bundle is there; @param bundle null if not; @param lastError null if the last fetch went well */
    record ChannelInfo(String id, String title, boolean present, String bundle, String bundleVersion, Instant lastFetch, String lastError, long received) {
    }
}
