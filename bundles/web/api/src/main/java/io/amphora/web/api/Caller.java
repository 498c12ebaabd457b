package io.amphora.web.api;

import io.amphora.common.Actor;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.core.SecurityContext;

/** Who calls: the first argument of every use case. */
public final class Caller {
    private Caller() {
    }

    /**
     * @param context as injected: {@code @Context SecurityContext context}
     * @return never null
     * @throws NotAuthorizedException (401) if nobody signed in, which only a {@link Public} resource can see
     */
    public static Actor of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof ActorPrincipal principal) {
            return principal.actor();
        }
        throw new NotAuthorizedException("Bearer");
    }
}
