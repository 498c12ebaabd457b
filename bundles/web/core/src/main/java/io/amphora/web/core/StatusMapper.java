package io.amphora.web.core;

import java.util.List;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;

/** What JAX-RS itself refuses, as a problem; its headers (Allow, WWW-Authenticate, Location) stay. */
public final class StatusMapper implements ExceptionMapper<WebApplicationException> {
    private final ProblemWriter problems;
    @Context
    private HttpHeaders headers;
    @Context
    private UriInfo uri;

    StatusMapper(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(WebApplicationException e) {
        Response refused = e.getResponse();
        if (refused.getStatus() < 400) {
            return refused;
        }
        return with(refused, problems.status(refused.getStatus(), headers, uri));
    }

    static Response with(Response headersOf, Response problem) {
        Response.ResponseBuilder answer = Response.fromResponse(problem);
        for (Map.Entry<String, List<Object>> header : headersOf.getHeaders().entrySet()) {
            if (!header.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("content-")) {
                header.getValue().forEach(value -> answer.header(header.getKey(), value));
            }
        }
        return answer.build();
    }
}
