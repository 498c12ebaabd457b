package io.amphora.web.core;

import io.amphora.common.Actor;
import io.amphora.identity.api.Tokens;
import io.amphora.web.api.ActorPrincipal;
import io.amphora.web.api.Public;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.ServiceUnavailableException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;

/** Every resource wants a token, unless it says {@link Public}. Then the query is checked and the body limited; all before it is read. */
public final class SignInFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Supplier<Tokens> tokens;
    private final QueryCheck query = new QueryCheck();
    @Context
    private ResourceInfo resource;

    SignInFilter(Supplier<Tokens> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Optional<Actor> actor = header == null ? Optional.empty() : actor(header);
        if (actor.isPresent()) {
            request.setSecurityContext(new Caller(new ActorPrincipal(actor.get()), request.getSecurityContext().isSecure()));
        } else if (!isPublic()) {
            throw new NotAuthorizedException("Bearer realm=\"Amphora\"");
        }
        query.check(resource.getResourceMethod(), request.getUriInfo().getQueryParameters());
        BodyLimit.impose(request, resource.getResourceMethod());
    }

    private Optional<Actor> actor(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        Tokens known = tokens.get();
        if (known == null) {
            throw new ServiceUnavailableException(5L);
        }
        return known.actor(header.substring(SCHEME.length()).strip());
    }

    private boolean isPublic() {
        return resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(Public.class)
                || resource.getResourceClass() != null && resource.getResourceClass().isAnnotationPresent(Public.class);
    }

    private record Caller(Principal principal, boolean secure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "BEARER";
        }
    }
}
