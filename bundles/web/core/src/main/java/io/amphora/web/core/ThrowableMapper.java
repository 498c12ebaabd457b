package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.io.IOException;
import java.sql.SQLTransientException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The border of REST: whatever a resource throws becomes a problem, and what is our fault is logged, once, under a reference. */
public final class ThrowableMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowableMapper.class);

    private final ProblemWriter problems;
    @Context
    private HttpHeaders headers;
    @Context
    private UriInfo uri;
    @Context
    private Request request;

    ThrowableMapper(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Response known = known(t);
            if (known != null) {
                return known;
            }
        }
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("{} {} failed, reference {}", request.getMethod(), uri.getRequestUri().getRawPath(), reference, thrown);
        return problems.failure(500, reference, headers, uri);
    }

    private Response known(Throwable t) {
        if (t instanceof AmphoraException e) {
            return problems.of(e, headers, uri);
        }
        if (t instanceof MalformedBody e) {
            return problems.malformed(e, headers, uri);
        }
        if (t instanceof BadQuery e) {
            return problems.query(e, headers, uri);
        }
        if (t instanceof WebApplicationException e) {
            return StatusMapper.with(e.getResponse(), problems.status(e.getResponse().getStatus(), headers, uri));
        }
        if (t instanceof OptimisticLockException || t instanceof PessimisticLockException) {
            return problems.conflict(headers, uri);
        }
        if (t instanceof SQLTransientException) {
            return Response.fromResponse(problems.status(503, headers, uri)).header(HttpHeaders.RETRY_AFTER, 5).build();
        }
        return t instanceof IOException ? problems.status(400, headers, uri) : null; // the connection broke while the body was read
    }
}
