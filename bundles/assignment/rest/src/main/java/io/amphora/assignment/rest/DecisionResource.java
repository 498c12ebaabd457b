package io.amphora.assignment.rest;

import io.amphora.assignment.api.Assignments;
import io.amphora.assignment.api.Decision;
import io.amphora.common.Actor;
import io.amphora.web.api.Caller;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the rules decided on an order. */
@Component(service = DecisionResource.class)
@RestResource
@Path("orders/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assignment")
public final class DecisionResource {
    private final Assignments assignments;
    private final Idempotency idempotency;

    @Activate
    public DecisionResource(@Reference Assignments assignments, @Reference Idempotency idempotency) {
        this.assignments = assignments;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Past decisions, newest first")
    public List<Decision> decisions(@Context SecurityContext who, @PathParam("id") long id) {
        return assignments.decisions(Caller.of(who), id);
    }

    @POST
    @Operation(summary = "Lets the rules decide and assigns the order", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Decision.class))))
    public Response assign(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST orders/" + id + "/decisions", () -> Response.status(Response.Status.CREATED).entity(assignments.assign(by, id)).build());
    }

    @GET
    @Path("preview")
    @Operation(summary = "What the rules would decide now; records nothing")
    public Decision preview(@Context SecurityContext who, @PathParam("id") long id) {
        return assignments.preview(Caller.of(who), id);
    }
}
