package io.amphora.audit.rest;

import io.amphora.audit.api.AuditFilter;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import javax.ws.rs.QueryParam;

/** Which entries: query parameters, all optional. */
public class AuditQuery {
    @Parameter(description = "sign-in name")
    @QueryParam("who")
    public String who;

    @Parameter(description = "topic (order.placed) or a whole domain (order.*)")
    @QueryParam("what")
    public String what;

    @Parameter(description = "id of what it was done to")
    @QueryParam("subject")
    public String subject;

    @Parameter(description = "at or after")
    @QueryParam("from")
    public Instant from;

    @Parameter(description = "before")
    @QueryParam("to")
    public Instant to;

    /** Filled in by JAX-RS. */
    public AuditQuery() {
    }

    AuditFilter filter() {
        return new AuditFilter(who, what, subject, from, to);
    }
}
