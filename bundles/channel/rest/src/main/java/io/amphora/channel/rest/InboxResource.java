package io.amphora.channel.rest;

import io.amphora.channel.api.Inbox;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.OneTransaction;
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

/** Incoming orders: taken in, looked at, mended, tried again, given up. */
@Component(service = InboxResource.class)
@RestResource
@OneTransaction
@Path("inbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inbox")
public final class InboxResource {
    private final Inbox inbox;

    @Activate
    public InboxResource(@Reference Inbox inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(summary = "Incoming orders, newest first")
    public PageResponse<EntryJson> list(@Context SecurityContext who, @QueryParam("state") Inbox.State state, @QueryParam("channel") String channel, @BeanParam Paging paging) {
        return PageResponse.of(inbox.list(Caller.of(who), state, channel, paging.request()), EntryJson::of);
    }

    @POST
    @Path("{channel}")
    @Operation(summary = "Takes orders in; by channel and external id each becomes one order, however often it is sent",
            responses = @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ReceivedJson.class))))
    public Response receive(@Context SecurityContext who, @PathParam("channel") String channel, OrdersIn in) {
        List<IncomingOrderJson> orders = in.orders() == null ? List.of() : in.orders();
        return Answers.accepted("inbox", new ReceivedJson(inbox.receive(Caller.of(who), channel, orders.stream().map(IncomingOrderJson::toOrder).toList())));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces an order that was refused and tries again", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = EntryJson.class))))
    public Response mend(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, IncomingOrderJson in) {
        return ok(inbox.mend(Caller.of(who), id, ETags.ifMatch(ifMatch), in.toOrder()));
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Tries again as it is", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = EntryJson.class))))
    public Response retry(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(inbox.retry(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Gives it up", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = EntryJson.class))))
    public Response drop(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DropIn in) {
        return ok(inbox.drop(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    private static Response ok(Inbox.Entry entry) {
        return Answers.ok(entry.version(), EntryJson.of(entry));
    }
}
