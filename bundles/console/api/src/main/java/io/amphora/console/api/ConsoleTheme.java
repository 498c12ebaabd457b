package io.amphora.console.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: a theme, one stylesheet of Lumo custom properties, served by the contributing bundle itself (HTTP whiteboard resource). */
@ConsumerType
public interface ConsoleTheme {
    /** Stable; the user's choice is kept by it. {@code theme.<id>} is the message key of its name. */
    String id();

    /** Absolute URL path of the stylesheet: {@code /themes/ocean/ocean.css}. */
    String stylesheet();

    /** Whether it builds on Lumo's dark palette; also chooses the colours of charts. */
    boolean dark();
}
