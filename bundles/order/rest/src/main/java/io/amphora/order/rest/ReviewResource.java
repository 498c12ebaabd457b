package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.ReviewChecks;
import io.amphora.order.api.ReviewChecks.CheckInfo;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The review as it is set up. */
@Component(service = ReviewResource.class)
@RestResource
@Path("review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "review")
public final class ReviewResource {
    private final ReviewChecks checks;

    @Activate
    public ReviewResource(@Reference ReviewChecks checks) {
        this.checks = checks;
    }

    @GET
    @Path("checks")
    @Operation(summary = "The checks that take part now, in the order they are asked, and how they have done")
    public List<CheckInfo> checks(@Context SecurityContext who, @Context HttpHeaders headers) {
        Locale first = headers.getAcceptableLanguages().get(0);
        return checks.checks(Caller.of(who), first.getLanguage().equals("*") ? Locale.ENGLISH : first);
    }

    @GET
    @Path("limits")
    @Operation(summary = "The limits that checks compare with; empty is off; for who may approve or set up", responses = @ApiResponse(description = "name to value"))
    public Response limits(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = checks.version(by);
        return Answers.ok(version, checks.limits(by));
    }

    @PUT
    @Path("limits")
    @Operation(summary = "Changes the limits that are named; they hold for orders placed from a few seconds later on", responses = @ApiResponse(description = "name to value"))
    public Response change(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Map<String, String> limits) {
        checks.change(Caller.of(who), limits == null ? Map.of() : limits, ETags.ifMatch(ifMatch));
        return limits(who);
    }
}
