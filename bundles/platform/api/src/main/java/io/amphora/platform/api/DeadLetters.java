package io.amphora.platform.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Events that a listener refused for good, until somebody replays or drops them. Needs {@code platform.operate}. */
@ProviderType
public interface DeadLetters {
    /** @param id of this entry, not of the event */
    record Entry(long id, String listener, Event event, String reason, Instant at) {
    }

    Page<Entry> list(Actor by, PageRequest page);

    /** Delivers it again. @throws io.amphora.common.AmphoraException.NotFound if it is gone */
    void replay(Actor by, long id);

    void drop(Actor by, long id);

    /** Events written but not yet delivered to everybody: for health checks. */
    long waiting();
}
