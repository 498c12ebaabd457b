package io.amphora.console.core;

import com.vaadin.flow.server.VaadinSession;
import io.amphora.common.Actor;
import io.amphora.identity.api.Setup;
import io.amphora.identity.api.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who is signed in in an HTTP session. Only pages for somebody have a Vaadin session, so strangers cost no memory. */
@Component(service = Gate.class)
public final class Gate {
    private static final String ACTOR = "amphora.actor";
    private static final String CHECKED = "amphora.checked";
    private static final String ENTERED = "amphora.entered";
    /** How long a change of roles or a deactivation may take to reach an open console. */
    private static final long RECHECK_MILLIS = 10_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile SignIn signIn;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Setup setup;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile PasswordResets resets;

    /** Null while the identity domain is not there: starting, or its database is down. */
    SignIn signIn() {
        return signIn;
    }

    /** See {@link #signIn}. */
    Setup setup() {
        return setup;
    }

    /** Who the request comes from; ends the session of somebody who may no longer sign in. */
    Optional<Actor> actor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Actor known = session == null ? null : (Actor) session.getAttribute(ACTOR);
        if (known == null) {
            return Optional.empty();
        }
        PasswordResets passwords = resets;
        if (passwords != null && passwords.since(known.name(), (Long) session.getAttribute(ENTERED))) {
            session.invalidate();
            return Optional.empty();
        }
        SignIn accounts = signIn;
        long now = System.currentTimeMillis();
        if (accounts == null || now - (Long) session.getAttribute(CHECKED) < RECHECK_MILLIS) {
            return Optional.of(known);
        }
        session.setAttribute(CHECKED, now);
        Optional<Actor> current = accounts.actor(known.name());
        if (current.isEmpty()) {
            session.invalidate();
        } else if (!current.get().equals(known)) {
            change(session, current.get());
        }
        return current;
    }

    /** Signs in, in a session with a new id: one that was planted in the browser before is worthless. */
    void enter(HttpServletRequest request, Actor actor) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(CHECKED, System.currentTimeMillis());
        session.setAttribute(ENTERED, System.currentTimeMillis());
        session.setAttribute(ACTOR, actor);
    }

    private static void change(HttpSession session, Actor actor) {
        session.setAttribute(ACTOR, actor);
        for (VaadinSession vaadin : VaadinSession.getAllSessions(session)) {
            vaadin.access(() -> vaadin.setAttribute(Actor.class, actor));
        }
    }
}
