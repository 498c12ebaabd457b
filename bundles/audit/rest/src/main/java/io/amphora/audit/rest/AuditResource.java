package io.amphora.audit.rest;

import io.amphora.audit.api.AuditFilter;
import io.amphora.audit.api.AuditLog;
import io.amphora.common.Actor;
import io.amphora.web.api.Caller;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who did what, when. */
@Component(service = AuditResource.class)
@RestResource
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public final class AuditResource {
    private static final String CSV = "text/csv; charset=utf-8";

    private final AuditLog log;

    @Activate
    public AuditResource(@Reference AuditLog log) {
        this.log = log;
    }

    @GET
    @Operation(summary = "Entries, newest first")
    public PageResponse<AuditEntryJson> list(@Context SecurityContext who, @BeanParam AuditQuery query, @BeanParam Paging paging) {
        return PageResponse.of(log.list(Caller.of(who), query.filter(), paging.request()), AuditEntryJson::of);
    }

    @GET
    @Path("export.csv")
    @Produces(CSV)
    @Operation(summary = "All entries of the filter as CSV (RFC 4180, UTF-8), newest first")
    public Response csv(@Context SecurityContext who, @BeanParam AuditQuery query) {
        Actor by = Caller.of(who);
        // before the stream has begun, so that a refusal is a problem and no broken file
        by.require(AuditLog.READ);
        AuditFilter filter = query.filter();
        StreamingOutput stream = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            log.csv(by, filter, writer);
            writer.flush();
        };
        return Response.ok(stream, CSV).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"").build();
    }
}
