package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderPast;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderQueries.Turnover;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
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

/** Orders: find, enter, look at; what is done to them is inherited. */
@Component(service = OrderResource.class)
@RestResource
@OneTransaction
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class OrderResource extends OrderActionMethods {
    private static final int COUNT = 1000;

    private final OrderEntry entry;
    private final OrderQueries queries;
    private final Idempotency idempotency;
    private final OrderPast past;

    @Activate
    public OrderResource(@Reference OrderEntry entry, @Reference OrderActions actions, @Reference OrderHolds holds, @Reference OrderQueries queries, @Reference Idempotency idempotency,
                         @Reference OrderRearrangements rearrange, @Reference OrderBackorders backorders, @Reference OrderPast past) {
        super(entry, actions, holds, queries, rearrange, backorders, idempotency);
        this.past = past;
        this.entry = entry;
        this.queries = queries;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Orders, newest first")
    public PageResponse<OrderRowJson> list(@Context SecurityContext who, @BeanParam OrderQuery query, @BeanParam Paging paging) {
        return PageResponse.of(queries.list(Caller.of(who), query.filter(), paging.request()), OrderRowJson::of);
    }

    @GET
    @Path("counts")
    @Operation(summary = "How many orders stand in each status, without historic ones; counting stops at 1,000")
    public Map<OrderStatus, Integer> counts(@Context SecurityContext who) {
        return queries.counts(Caller.of(who), EnumSet.allOf(OrderStatus.class), COUNT);
    }

    @GET
    @Path("channels")
    @Operation(summary = "The channels that orders came by, also those of the past")
    public List<String> channels(@Context SecurityContext who) {
        return queries.channels(Caller.of(who));
    }

    @GET
    @Path("turnover")
    @Operation(summary = "Orders placed and their total per currency in a period")
    public List<Turnover> turnover(@Context SecurityContext who, @QueryParam("from") Instant from, @QueryParam("to") Instant to) {
        return queries.turnover(Caller.of(who), from, to);
    }

    @GET
    @Path("numbers/{number}")
    @Operation(summary = "The order with this number", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response byNumber(@Context SecurityContext who, @PathParam("number") String number) {
        return ok(who, queries.findByNumber(Caller.of(who), number).orElseThrow(() -> new AmphoraException.NotFound("order", number)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One order, as it stands or as it was", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id,
                        @Parameter(description = "as it was at this moment; ISO 8601, UTC. Its ETag is of that time and changes nothing") @QueryParam("at") Instant at) {
        return ok(who, at == null ? queries.find(Caller.of(who), id) : past.at(Caller.of(who), id, at));
    }

    @GET
    @Path("{id}/moments")
    @Operation(summary = "When an order changed, oldest first: between two of these it was the same")
    public List<Instant> moments(@Context SecurityContext who, @PathParam("id") long id) {
        return past.moments(Caller.of(who), id);
    }

    @GET
    @Path("{id}/timeline")
    @Operation(summary = "What happened to an order, newest first")
    public PageResponse<TimelineEntry> timeline(@Context SecurityContext who, @PathParam("id") long id, @BeanParam Paging paging) {
        return PageResponse.of(queries.timeline(Caller.of(who), id, paging.request()));
    }

    @POST
    @Operation(summary = "Places an order, or keeps a draft: checked, reviewed and reserved, or refused naming all problems",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response place(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, @DefaultValue("false") @QueryParam("draft") boolean draft, OrderIn in) {
        Actor by = Caller.of(who);
        if (key == null || key.isEmpty()) {
            return created(who, enter(by, draft, in));
        }
        return idempotency.run(by, key, "POST orders " + draft + " " + in, () -> created(who, enter(by, draft, in)));
    }

    private Order enter(Actor by, boolean draft, OrderIn in) {
        return draft ? entry.draft(by, in.toNewOrder()) : entry.place(by, in.toNewOrder());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces the content of a draft", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OrderIn in) {
        return ok(who, entry.changeDraft(Caller.of(who), id, ETags.ifMatch(ifMatch), in.toNewOrder()));
    }

    @POST
    @Path("{id}/copy")
    @Operation(summary = "Drafts an order like this one, at today's list prices", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response copy(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = Caller.of(who);
        return key == null || key.isEmpty() ? created(who, entry.copy(by, id, "rest")) : idempotency.run(by, key, "POST orders/" + id + "/copy", () -> created(who, entry.copy(by, id, "rest")));
    }
}
