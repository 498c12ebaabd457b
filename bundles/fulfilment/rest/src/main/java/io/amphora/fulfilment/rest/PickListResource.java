package io.amphora.fulfilment.rest;

import io.amphora.common.Actor;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.Scanned;
import io.amphora.fulfilment.rest.PickIn.CodeIn;
import io.amphora.fulfilment.rest.PickIn.MissingIn;
import io.amphora.fulfilment.rest.PickIn.ScanIn;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
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

/** Pick lists, for hand-held devices. A scan needs no version: it counts up, each key once. */
@Component(service = PickListResource.class)
@RestResource
@Path("pick-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class PickListResource {
    private final Picking picking;
    private final Idempotency idempotency;

    @Activate
    public PickListResource(@Reference Picking picking, @Reference Idempotency idempotency) {
        this.picking = picking;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Pick lists that have not ended, at most 200")
    public List<PickList> open(@Context SecurityContext who, @QueryParam("location") Long location) {
        return picking.open(Caller.of(who), location);
    }

    @GET
    @Path("put-back")
    @Operation(summary = "What was taken and is not wanted any more, the oldest first, at most 200")
    public List<PutBack> toPutBack(@Context SecurityContext who, @QueryParam("location") Long location) {
        return picking.toPutBack(Caller.of(who), location);
    }

    @POST
    @Path("put-back/{id}")
    @Operation(summary = "It is on its shelf again")
    public PutBack putBack(@Context SecurityContext who, @PathParam("id") long id) {
        return picking.putBack(Caller.of(who), id);
    }

    @POST
    @Path("put-back/scan")
    @Operation(summary = "The same by scan: what the scanning person picked of it, else the oldest")
    public PutBack putBackScanned(@Context SecurityContext who, CodeIn in) {
        return picking.putBackScanned(Caller.of(who), in.code());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A pick list; its items in the order of the way", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PickList.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(picking.find(Caller.of(who), id));
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Somebody begins", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PickList.class))))
    public Response start(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(picking.start(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Whoever began stops; what is picked stays picked", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PickList.class))))
    public Response release(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(picking.release(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Ends it", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PickList.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(picking.cancel(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/scan")
    @Operation(summary = "Something was taken; what does not belong on the list is refused", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Scanned.class))))
    public Response scan(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(Idempotency.HEADER) String key, ScanIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST pick-lists/" + id + "/scan " + in, () -> {
            Scanned scanned = picking.scan(by, id, in.code(), in.quantity());
            return Answers.ok(scanned.list().version(), scanned);
        });
    }

    @POST
    @Path("{id}/missing")
    @Operation(summary = "Less is there than wanted: what was picked goes on, the rest gets the remedy, the stock is to be counted",
            responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PickList.class))))
    public Response missing(@Context SecurityContext who, @PathParam("id") long id, MissingIn in) {
        return ok(picking.missing(Caller.of(who), id, in.item(), in.version(), in.remedy(), in.reason()));
    }

    private static Response ok(PickList list) {
        return Answers.ok(list.version(), list);
    }
}
