package io.amphora.web.api;

import io.amphora.common.Actor;
import java.security.Principal;
import java.util.Objects;

/** The signed-in actor as what JAX-RS carries along. Resources use {@link Caller}. */
public record ActorPrincipal(Actor actor) implements Principal {
    public ActorPrincipal {
        Objects.requireNonNull(actor);
    }

    @Override
    public String getName() {
        return actor.name();
    }
}
