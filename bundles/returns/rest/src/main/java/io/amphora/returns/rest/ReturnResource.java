package io.amphora.returns.rest;

import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.api.Returns;
import io.amphora.returns.rest.ReturnIn.ArrivalsIn;
import io.amphora.returns.rest.ReturnIn.CommentIn;
import io.amphora.returns.rest.ReturnIn.ReasonIn;
import io.amphora.returns.rest.ReturnIn.RetryIn;
import io.amphora.returns.rest.ReturnIn.SentIn;
import io.amphora.returns.rest.ReturnIn.SettlementIn;
import io.amphora.returns.rest.ReturnIn.VerdictsIn;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.BeanParam;
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

/** Returns: find, look at, move on. */
@Component(service = ReturnResource.class)
@RestResource
@Path("returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
public final class ReturnResource {
    private final Returns returns;
    private final ReturnDesk desk;

    @Activate
    public ReturnResource(@Reference Returns returns, @Reference ReturnDesk desk) {
        this.returns = returns;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "Returns, newest first")
    public PageResponse<ReturnRowJson> list(@Context SecurityContext who, @QueryParam("state") ReturnState state, @QueryParam("open") Boolean open, @QueryParam("order") Long order,
                                            @QueryParam("customer") Long customer, @BeanParam Paging paging) {
        return PageResponse.of(returns.list(Caller.of(who), new ReturnFilter(state, open, order, customer), paging.request()), ReturnRowJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A return", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(returns.find(Caller.of(who), id));
    }

    @GET
    @Path("{id}/timeline")
    @Operation(summary = "All that happened to a return, oldest first")
    public List<Returns.Entry> timeline(@Context SecurityContext who, @PathParam("id") long id) {
        return returns.timeline(Caller.of(who), id);
    }

    @POST
    @Path("{id}/quote")
    @Operation(summary = "What settling it like this would give, and why; changes nothing")
    public QuoteJson quote(@Context SecurityContext who, @PathParam("id") long id, SettlementIn in) {
        return QuoteJson.of(returns.quote(Caller.of(who), id, in.toNew()));
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Lets the goods come; a claim can be settled at once", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response approve(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonIn in) {
        return ok(desk.approve(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Does not; a reason is required", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response reject(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonIn in) {
        return ok(desk.reject(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @POST
    @Path("{id}/send")
    @Operation(summary = "The customer has sent the goods", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response send(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SentIn in) {
        return ok(desk.send(Caller.of(who), id, ETags.ifMatch(ifMatch), in.carrier(), in.trackingNumber()));
    }

    @POST
    @Path("{id}/receive")
    @Operation(summary = "Goods came, all or a part", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response receive(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ArrivalsIn in) {
        return ok(desk.receive(Caller.of(who), id, ETags.ifMatch(ifMatch), in.toArrivals()));
    }

    @POST
    @Path("{id}/inspect")
    @Operation(summary = "Says where goods that came go, and moves stock", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response inspect(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, VerdictsIn in) {
        return ok(desk.inspect(Caller.of(who), id, ETags.ifMatch(ifMatch), in.toVerdicts()));
    }

    @POST
    @Path("{id}/settle")
    @Operation(summary = "Decides what the customer gets, and does it", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response settle(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SettlementIn in) {
        return ok(desk.settle(Caller.of(who), id, ETags.ifMatch(ifMatch), in.toNew()));
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Does again what was refused", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response retry(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RetryIn in) {
        return ok(desk.retry(Caller.of(who), id, ETags.ifMatch(ifMatch), Boolean.TRUE.equals(in.byHand())));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Gives it up before anything came; a reason is required", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonIn in) {
        return ok(desk.cancel(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @POST
    @Path("{id}/comments")
    @Operation(summary = "A remark on the timeline")
    public void comment(@Context SecurityContext who, @PathParam("id") long id, CommentIn in) {
        desk.comment(Caller.of(who), id, in.text());
    }

    private static Response ok(Return r) {
        return Answers.ok(r.version(), ReturnJson.of(r));
    }
}
