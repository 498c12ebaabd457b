package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shipments of one order. */
@Component(service = OrderShipmentsResource.class)
@RestResource
@Path("orders/{order}/shipments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class OrderShipmentsResource {
    private final Shipments shipments;
    private final ShippingDesk desk;

    @Activate
    public OrderShipmentsResource(@Reference Shipments shipments, @Reference ShippingDesk desk) {
        this.shipments = shipments;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "The shipments of an order, oldest first")
    public List<ShipmentJson> list(@Context SecurityContext who, @PathParam("order") long order) {
        return shipments.ofOrder(Caller.of(who), order).stream().map(s -> ShipmentJson.of(s, desk)).toList();
    }

    @GET
    @Path("to-pack")
    @Operation(summary = "What is picked of an order and in no parcel yet")
    public List<ToPack> toPack(@Context SecurityContext who, @PathParam("order") long order) {
        return shipments.toPack(Caller.of(who), order);
    }
}
