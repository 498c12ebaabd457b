package io.amphora.platform.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: hears of committed events on this node right away, best effort, without retries or a delivery log: for
 * what refreshes a screen. Must return at once and must not throw.
 */
@ConsumerType
public interface LiveEvents {
    void on(List<Event> events);
}
