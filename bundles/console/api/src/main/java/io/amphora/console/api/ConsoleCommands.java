package io.amphora.console.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: what the command palette finds. Called on a UI thread while somebody types: answer within 100 ms, from indexes. */
@ConsumerType
public interface ConsoleCommands {
    /**
     * @param group message key of the heading: {@code orders.title}
     * @param title what is found, already in the user's language
     * @param hint  a second, dimmer text (customer, SKU), or empty
     * @param path  where it leads, below {@code /console/}
     */
    record Command(String group, String title, String hint, String icon, String path) {
    }

    /** @param text as typed, at least one character; return at most ten, best first, only what the actor may see */
    List<Command> find(Actor actor, String text, Locale locale);
}
