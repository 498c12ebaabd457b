package io.amphora.inventory.rest;

import io.amphora.common.Actor;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The places of stock. */
@Component(service = LocationResource.class)
@RestResource
@OneTransaction
@Path("locations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "locations")
public final class LocationResource {
    private final Locations locations;
    private final Idempotency idempotency;

    @Activate
    public LocationResource(@Reference Locations locations, @Reference Idempotency idempotency) {
        this.locations = locations;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "All locations by priority")
    public List<LocationJson> list(@Context SecurityContext who) {
        return locations.list(Caller.of(who)).stream().map(LocationJson::of).toList();
    }

    @POST
    @Operation(summary = "Adds a location", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response add(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, LocationIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST locations " + in, () -> {
            Location location = locations.create(by, in.code(), in.name(), in.region(), in.priority());
            return Answers.created("locations/" + location.id(), location.version(), LocationJson.of(location));
        });
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a location", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, LocationChangeIn in) {
        Location location = locations.change(Caller.of(who), id, ETags.ifMatch(ifMatch), in.name(), in.region(), in.priority(), in.active());
        return Answers.ok(location.version(), LocationJson.of(location));
    }
}
