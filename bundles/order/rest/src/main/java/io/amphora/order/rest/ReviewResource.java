package io.amphora.order.rest;

import io.amphora.order.api.ReviewChecks;
import io.amphora.order.api.ReviewChecks.CheckInfo;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
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
    @Operation(summary = "The limits that checks compare with; empty is off")
    public Map<String, String> limits(@Context SecurityContext who) {
        return checks.limits(Caller.of(who));
    }

    @PUT
    @Path("limits")
    @Operation(summary = "Changes the limits that are named; they hold for orders placed from a few seconds later on")
    public Map<String, String> change(@Context SecurityContext who, Map<String, String> limits) {
        checks.change(Caller.of(who), limits);
        return checks.limits(Caller.of(who));
    }
}
