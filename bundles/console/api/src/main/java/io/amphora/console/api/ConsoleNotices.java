package io.amphora.console.api;

import io.amphora.common.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: messages in somebody's bell. After a change publish {@link #TOPIC} with the sign-in name as key. Called on UI threads: answer at once. */
@ConsumerType
public interface ConsoleNotices {
    /** Topic of the event after which somebody's messages have changed; its key is the sign-in name. */
    String TOPIC = "notification.bell";

    /**
     * @param title already in the user's language
     * @param path  where it leads, below {@code /console/}; null if nowhere
     */
    record Notice(String id, String title, Instant at, boolean unread, String path) {
    }

    /** Path of the page that has all of them. */
    String page();

    /** How many are unread, counting up to the limit. */
    int unread(Actor actor, int limit);

    /** Newest first. */
    List<Notice> recent(Actor actor, int limit);

    /** Marks them as read. @param ids null for all */
    void read(Actor actor, Collection<String> ids);
}
