package io.amphora.console.api;

import com.vaadin.flow.server.VaadinSession;
import io.amphora.common.Actor;

/** Who is signed in in this browser. For UI threads only. */
public final class CurrentUser {
    private CurrentUser() {
    }

    /** @throws IllegalStateException if nobody is: cannot happen in a {@link ConsoleView}, which is only opened for somebody */
    public static Actor actor() {
        VaadinSession session = VaadinSession.getCurrent();
        Actor actor = session == null ? null : session.getAttribute(Actor.class);
        if (actor == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return actor;
    }

    /** Signs in, or out with null. For the sign-in page and tests. */
    public static void set(Actor actor) {
        VaadinSession.getCurrent().setAttribute(Actor.class, actor);
    }

    public static boolean may(String permission) {
        return actor().may(permission);
    }
}
