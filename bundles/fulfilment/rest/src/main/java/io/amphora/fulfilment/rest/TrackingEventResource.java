package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.TrackingIntake;
import io.amphora.fulfilment.rest.ShipmentIn.EventsIn;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where carriers tell what happened to parcels. Telling it again changes nothing, so no key is needed. */
@Component(service = TrackingEventResource.class)
@RestResource
@Path("tracking-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class TrackingEventResource {
    private final TrackingIntake intake;

    @Activate
    public TrackingEventResource(@Reference TrackingIntake intake) {
        this.intake = intake;
    }

    @POST
    @Operation(summary = "Takes tracking events in, in any order, each once; at most 500")
    public TrackingIntake.Taken take(@Context SecurityContext who, EventsIn in) {
        return intake.take(Caller.of(who), in.carrier(), in.toEvents());
    }
}
