package io.amphora.web.core;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.ext.Provider;

/** A POST without a body need not say of what type the body is that is not there: it is as good as {@code {}}. */
@Provider
@PreMatching
final class EmptyBody implements ContainerRequestFilter {
    static final String METHOD = "POST";

    @Override
    public void filter(ContainerRequestContext request) {
        boolean body = request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
        if (METHOD.equals(request.getMethod()) && !body && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
