package io.amphora.console.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: the live number beside a menu entry, where a number calls for action. Called off the UI thread, at most once a second. */
@ConsumerType
public interface ConsoleCounter {
    /** {@link ConsoleRoute#path()} of the entry. */
    String path();

    /** Topics after which it may have changed: {@code order.*}. */
    String topic();

    /** @return what waits; 0 shows nothing. Must not cost more when the table grows. */
    long count(Actor actor);

    /** Where counting ends: so many show as "99+". */
    default long most() {
        return Long.MAX_VALUE;
    }
}
