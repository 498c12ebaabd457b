package io.amphora.console.api;

import com.vaadin.flow.component.Component;
import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: a card on the home page. */
@ConsumerType
public interface HomeTile {
    /** Smaller comes first. */
    int order();

    /** Columns it takes of twelve on a wide screen; a phone always gives the whole width. */
    int width();

    /** Who lacks it does not see the tile; empty: everybody. */
    String permission();

    /** A new component for one visit, on the UI thread. It keeps itself up to date with {@link Live}. */
    Component create(Actor actor);
}
