package io.amphora.notification.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/** What somebody finds in the bell: the own messages, never those of others. Publishes {@code notification.bell} (key: sign-in name). Thread-safe. */
@ProviderType
public interface Notices {
    /** How many are unread, counting up to the limit. */
    int unread(Actor by, int limit);

    /** Newest first. */
    Page<Message> list(Actor by, PageRequest page);

    /** Marks them as read; ids of others' messages change nothing. */
    void read(Actor by, Collection<Long> ids);

    void readAll(Actor by);
}
