package io.amphora.fulfilment.rest;

import io.amphora.common.Actor;
import io.amphora.fulfilment.api.FulfilmentSetup;
import io.amphora.fulfilment.api.FulfilmentSetup.Setup;
import io.amphora.fulfilment.api.ShippingDesk;
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

/** The carriers that are there, and what the installation has set. */
@Component(service = CarrierResource.class)
@RestResource
@Path("fulfilment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class CarrierResource {
    private final ShippingDesk desk;
    private final FulfilmentSetup setup;

    @Activate
    public CarrierResource(@Reference ShippingDesk desk, @Reference FulfilmentSetup setup) {
        this.desk = desk;
        this.setup = setup;
    }

    @GET
    @Path("carriers")
    @Operation(summary = "The carriers that are there now, and how they have done")
    public List<ShippingDesk.CarrierInfo> carriers(@Context SecurityContext who, @Context HttpHeaders headers) {
        return desk.carriers(Caller.of(who), ShipmentResource.language(headers));
    }

    @GET
    @Path("setup")
    @Operation(summary = "Company prefix for SSCCs, when a shipment is late, how often carriers are asked", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Setup.class))))
    public Response setup(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = setup.version(by);
        return Answers.ok(version, setup.get(by));
    }

    @PUT
    @Path("setup")
    @Operation(summary = "Changes it", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Setup.class))))
    public Response change(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Setup in) {
        setup.change(Caller.of(who), in, ETags.ifMatch(ifMatch));
        return setup(who);
    }
}
