package io.amphora.console.api;

import com.vaadin.flow.component.Component;
import io.amphora.common.Actor;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: a section on the page of one thing, such as the payments of an order. It comes and goes with its bundle; one that throws is
 * shown as failed and leaves the rest of the page alone.
 */
@ConsumerType
public interface PagePanel {
    /** Where on a wide screen; a phone shows the side below. */
    enum Place {
        MAIN, SIDE
    }

    /** The path of the page it belongs to, such as {@code order}. */
    String page();

    Place place();

    /** Smaller comes first. */
    int order();

    /** Who lacks it does not see the panel; empty: everybody. */
    String permission();

    /** Message key of the heading. */
    String title();

    /**
     * A new component for one visit, on the UI thread; made anew whenever the page shows its thing anew.
     *
     * @param key the thing's id as it stands in the page's address
     * @return null if there is nothing to show for it
     */
    Component create(Actor actor, String key);

    /**
     * The same as it was at a moment, for the page of the past: only to be looked at.
     *
     * @return null if it knows nothing of the past, or there was nothing
     */
    default Component createAt(Actor actor, String key, Instant at) {
        return null;
    }
}
