package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.FulfilmentSetup;
import io.amphora.fulfilment.api.FulfilmentSetup.Setup;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
    @Operation(summary = "Company prefix for SSCCs, when a shipment is late, how often carriers are asked")
    public Setup setup(@Context SecurityContext who) {
        return setup.get(Caller.of(who));
    }

    @PUT
    @Path("setup")
    @Operation(summary = "Changes it")
    public Setup change(@Context SecurityContext who, Setup in) {
        setup.change(Caller.of(who), in);
        return setup.get(Caller.of(who));
    }
}
