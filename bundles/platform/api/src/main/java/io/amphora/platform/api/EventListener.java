package io.amphora.platform.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: hears of committed events. Called on a dispatcher thread, one call at a time per listener, with a deadline;
 * a listener that throws gets the same events again later (with growing pauses), after {@code 10} times they go to the dead-letter list
 * of that listener and can be replayed. Must cope with hearing an event twice. Events written before a listener's first appearance are not delivered to it.
 * While its bundle is away its events are kept; one that stays away for 7 days is forgotten.
 */
@ConsumerType
public interface EventListener {
    /** Required, unique and stable: names this listener in the delivery log. */
    String id();

    /** Topics it wants: exact ({@code order.placed}), a whole domain ({@code order.*}) or all ({@code *}). */
    List<String> topics();

    /** @param events of the wanted topics, oldest first, never empty */
    void on(List<Event> events) throws Exception;
}
