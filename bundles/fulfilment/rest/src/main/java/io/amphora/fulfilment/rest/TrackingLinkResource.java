package io.amphora.fulfilment.rest;

import io.amphora.common.AmphoraException;
import io.amphora.fulfilment.api.TrackingLink;
import io.amphora.fulfilment.api.TrackingLinks;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The link by which a customer follows an order. */
@Component(service = TrackingLinkResource.class)
@RestResource
@Path("orders/{id}/tracking-link")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class TrackingLinkResource {
    private final TrackingLinks links;

    @Activate
    public TrackingLinkResource(@Reference TrackingLinks links) {
        this.links = links;
    }

    @GET
    @Operation(summary = "The link that works now; 404 if there is none")
    public TrackingLink find(@Context SecurityContext who, @PathParam("id") long id) {
        return links.find(Caller.of(who), id).orElseThrow(() -> new AmphoraException.NotFound("tracking link of order", id));
    }

    @PUT
    @Operation(summary = "Makes the link, or gives the one there is")
    public TrackingLink share(@Context SecurityContext who, @PathParam("id") long id) {
        return links.share(Caller.of(who), id);
    }

    @DELETE
    @Operation(summary = "From now on the link leads nowhere")
    public void revoke(@Context SecurityContext who, @PathParam("id") long id) {
        links.revoke(Caller.of(who), id);
    }
}
