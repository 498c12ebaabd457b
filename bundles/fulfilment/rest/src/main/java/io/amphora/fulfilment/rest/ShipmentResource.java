package io.amphora.fulfilment.rest;

import io.amphora.common.AmphoraException;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentRow;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.fulfilment.rest.ShipmentIn.BackIn;
import io.amphora.fulfilment.rest.ShipmentIn.LabelIn;
import io.amphora.fulfilment.rest.ShipmentIn.NewShipmentIn;
import io.amphora.fulfilment.rest.ShipmentIn.ParcelsIn;
import io.amphora.fulfilment.rest.ShipmentIn.ReportIn;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shipments: pack, label, send, follow. Where a carrier is asked the use case sees to repeated keys itself, as it is asked between two transactions. */
@Component(service = ShipmentResource.class)
@RestResource
@Path("shipments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class ShipmentResource {
    private final Shipments shipments;
    private final ShippingDesk desk;
    private final Idempotency idempotency;

    @Activate
    public ShipmentResource(@Reference Shipments shipments, @Reference ShippingDesk desk, @Reference Idempotency idempotency) {
        this.shipments = shipments;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Shipments, newest first")
    public PageResponse<ShipmentRow> list(@Context SecurityContext who, @QueryParam("text") String text, @QueryParam("state") Set<ShipmentState> states, @QueryParam("late") Boolean late,
                                          @QueryParam("carrier") String carrier, @BeanParam Paging paging) {
        ShipmentFilter filter = new ShipmentFilter(text, states == null || states.isEmpty() ? null : states, late, carrier == null || carrier.isBlank() ? null : carrier);
        return PageResponse.of(shipments.list(Caller.of(who), filter, paging.request()));
    }

    @POST
    @Operation(summary = "Begins a shipment with what is picked of an order", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response prepare(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, NewShipmentIn in) {
        return idempotency.run(Caller.of(who), key, "POST shipments " + in, () -> {
            Shipment s = desk.prepare(Caller.of(who), in.orderId(), ShipmentIn.parcels(in.parcels()));
            return Answers.created("shipments/" + s.id(), s.version(), ShipmentJson.of(s, desk));
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A shipment", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(shipments.find(Caller.of(who), id));
    }

    @GET
    @Path("{id}/events")
    @Operation(summary = "All that was heard of it, newest first")
    public List<TrackingEvent> events(@Context SecurityContext who, @PathParam("id") long id) {
        return shipments.events(Caller.of(who), id);
    }

    @GET
    @Path("{id}/parcels/{parcel}/label")
    @Produces("application/pdf")
    @Operation(summary = "The carrier's label of a parcel; 404 if it gave none")
    public byte[] label(@Context SecurityContext who, @PathParam("id") long id, @PathParam("parcel") int parcel) {
        return shipments.label(Caller.of(who), id, parcel).orElseThrow(() -> new AmphoraException.NotFound("label of parcel", parcel));
    }

    @PUT
    @Path("{id}/parcels")
    @Operation(summary = "Replaces what is in the parcels", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response pack(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ParcelsIn in) {
        return ok(desk.pack(Caller.of(who), id, ETags.ifMatch(ifMatch), ShipmentIn.parcels(in.parcels())));
    }

    @GET
    @Path("{id}/rates")
    @Operation(summary = "What the carriers that are there would bring it for")
    public List<OfferJson> rates(@Context SecurityContext who, @PathParam("id") long id, @Context HttpHeaders headers) {
        return desk.rates(Caller.of(who), id, language(headers)).stream().map(OfferJson::of).toList();
    }

    @POST
    @Path("{id}/label")
    @Operation(summary = "Gives it to a carrier, or says who brings it", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response label(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key, LabelIn in) {
        long version = ETags.ifMatch(ifMatch);
        return ok(in.byHand() != null ? desk.labelByHand(Caller.of(who), id, version, in.byHand(), in.trackingNumbers())
                : desk.label(Caller.of(who), id, version, in.carrier(), in.service(), key == null || key.isBlank() ? null : key));
    }

    @POST
    @Path("{id}/unlabel")
    @Operation(summary = "Takes the labels back", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response unlabel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, BackIn in) {
        return ok(desk.unlabel(Caller.of(who), id, ETags.ifMatch(ifMatch), in != null && Boolean.TRUE.equals(in.byHand())));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Gives it up; what was in it can be packed again", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, BackIn in) {
        return ok(desk.cancel(Caller.of(who), id, ETags.ifMatch(ifMatch), in != null && Boolean.TRUE.equals(in.byHand())));
    }

    @POST
    @Path("{id}/ship")
    @Operation(summary = "It leaves, and with it the lines of the order", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response ship(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(desk.ship(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/report")
    @Operation(summary = "Says by hand what happened on the way", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ShipmentJson.class))))
    public Response report(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReportIn in) {
        return ok(desk.report(Caller.of(who), id, ETags.ifMatch(ifMatch), in.parcel(), in.status(), in.at(), in.note()));
    }

    static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream().filter(l -> !l.getLanguage().isEmpty() && !l.getLanguage().equals("*")).findFirst().orElse(Locale.ENGLISH);
    }

    private Response ok(Shipment s) {
        return Answers.ok(s.version(), ShipmentJson.of(s, desk));
    }
}
