package io.amphora.returns.rest;

import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.Returns;
import io.amphora.returns.rest.ReturnIn.NewIn;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The returns of one order. The use case sees to repeated keys itself. */
@Component(service = OrderReturnsResource.class)
@RestResource
@Path("orders/{order}/returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
public final class OrderReturnsResource {
    private final Returns returns;
    private final ReturnDesk desk;

    @Activate
    public OrderReturnsResource(@Reference Returns returns, @Reference ReturnDesk desk) {
        this.returns = returns;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "The order's returns, newest first")
    public PageResponse<ReturnRowJson> list(@Context SecurityContext who, @PathParam("order") long order, @BeanParam Paging paging) {
        return PageResponse.of(returns.list(Caller.of(who), ReturnFilter.ofOrder(order), paging.request()), ReturnRowJson::of);
    }

    @GET
    @Path("possible")
    @Operation(summary = "What of the order can come back, and why not")
    public ReturnableJson possible(@Context SecurityContext who, @PathParam("order") long order, @QueryParam("kind") @DefaultValue("RETURN") ReturnKind kind) {
        return ReturnableJson.of(returns.returnable(Caller.of(who), order, kind));
    }

    @POST
    @Operation(summary = "Asks for a return, or makes a claim", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReturnJson.class))))
    public Response request(@Context SecurityContext who, @PathParam("order") long order, @HeaderParam(Idempotency.HEADER) String key, NewIn in) {
        Return r = desk.request(Caller.of(who), order, in.toNew(), key == null || key.isBlank() ? null : key);
        return Answers.created("returns/" + r.id(), r.version(), ReturnJson.of(r));
    }
}
