package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

/**
 * What is done to an order. Each wants the ETag of what the caller saw in {@code If-Match}; what is not possible now is refused with 409. A part of
 * {@link OrderResource}: JAX-RS looks into one class per path.
 */
public abstract class OrderActionMethods extends OrderLifeMethods {
    private final OrderEntry entry;
    private final OrderActions actions;
    private final OrderHolds holds;
    private final Idempotency idempotency;

    OrderActionMethods(OrderEntry entry, OrderActions actions, OrderHolds holds, OrderQueries queries, OrderRearrangements rearrange, OrderBackorders backorders, Idempotency idempotency) {
        super(queries, rearrange, backorders, idempotency);
        this.entry = entry;
        this.actions = actions;
        this.holds = holds;
        this.idempotency = idempotency;
    }

    /** Why. */
    public record ReasonIn(String reason) {
    }

    /** What may pass, and why. */
    public record WaiveIn(@NotNull List<Long> findingIds, @NotBlank String reason) {
    }

    /** Who handles it. */
    public record AssignIn(@NotNull Long locationId, String assignee, String reason) {
    }

    /** Which lines; absent or empty: all that it applies to. */
    public record LinesIn(List<Long> lineIds) {
    }

    /** What leaves, and how. */
    public record ShipIn(List<Long> lineIds, String carrier, String trackingNumber) {
    }

    /** What stops, and why. */
    public record CancelIn(List<Long> lineIds, @NotBlank String reason) {
    }

    /** Which goods came back undelivered, where they go now, and why. */
    public record CameBackIn(List<Long> lineIds, @NotNull BackTo to, @Schema(description = "for STOCK; absent: where they came from") Long locationId, @NotBlank String reason) {
    }

    /** Which stop, until when if it ends by itself, and why. */
    public record HoldIn(@NotNull HoldType type, Instant until, @NotBlank String reason) {
    }

    /** How much of a line; a reason where something is cancelled. */
    public record PartIn(@NotNull BigDecimal quantity, String reason) {
    }

    /** A remark. */
    public record CommentIn(@NotBlank String text) {
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Places a draft", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response submit(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(who, entry.submit(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Lets an order pass the review; a reason is needed while there are findings", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response approve(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonIn in) {
        return ok(who, actions.approve(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @POST
    @Path("{id}/waive")
    @Operation(summary = "Lets findings of the review pass, for a reason; never by who entered or changed the order", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response waive(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, WaiveIn in) {
        return ok(who, actions.waive(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.findingIds()), in.reason()));
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Turns an order down and frees its stock", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response reject(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonIn in) {
        return ok(who, actions.reject(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @POST
    @Path("{id}/assign")
    @Operation(summary = "Gives an order to a location", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response assign(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AssignIn in) {
        if (in.locationId() == null) {
            throw new AmphoraException.Invalid(Problem.of("locationId", "required", "must not be empty"));
        }
        return ok(who, actions.assign(Caller.of(who), id, ETags.ifMatch(ifMatch), in.locationId(), in.assignee(), in.reason()));
    }

    @POST
    @Path("{id}/pick")
    @Operation(summary = "The goods are picked", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response pick(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, LinesIn in) {
        return ok(who, actions.pick(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.lineIds())));
    }

    @POST
    @Path("{id}/ship")
    @Operation(summary = "The goods have left: their stock is issued", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response ship(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ShipIn in) {
        return ok(who, actions.ship(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.lineIds()), in.carrier(), in.trackingNumber()));
    }

    @POST
    @Path("{id}/deliver")
    @Operation(summary = "The goods have arrived", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response deliver(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, LinesIn in) {
        return ok(who, actions.deliver(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.lineIds())));
    }

    @POST
    @Path("{id}/come-back")
    @Operation(summary = "Goods that had left came back undelivered: their lines are cancelled", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response comeBack(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CameBackIn in) {
        return ok(who, actions.comeBack(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.lineIds()), in.to(), in.locationId(), in.reason()));
    }

    @POST
    @Path("{id}/lose")
    @Operation(summary = "Goods that had left are given up as lost: their lines are cancelled", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response lose(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CancelIn in) {
        return ok(who, actions.lose(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.lineIds()), in.reason()));
    }

    @POST
    @Path("{id}/complete")
    @Operation(summary = "Nothing is left to do", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response complete(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(who, actions.complete(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stops an order or some of its lines, and frees their stock", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CancelIn in) {
        return ok(who, actions.cancel(Caller.of(who), id, ETags.ifMatch(ifMatch), lines(in.lineIds()), in.reason()));
    }

    @POST
    @Path("{id}/holds")
    @Operation(summary = "Puts an order on hold: the type says which steps that blocks", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response hold(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, HoldIn in) {
        return ok(who, holds.hold(Caller.of(who), id, ETags.ifMatch(ifMatch), in.type(), in.until(), in.reason()));
    }

    @POST
    @Path("{id}/holds/{hold}/release")
    @Operation(summary = "Ends a hold", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response release(@Context SecurityContext who, @PathParam("id") long id, @PathParam("hold") long hold, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonIn in) {
        return ok(who, holds.release(Caller.of(who), id, ETags.ifMatch(ifMatch), hold, in.reason()));
    }

    @POST
    @Path("{id}/lines/{line}/cancel")
    @Operation(summary = "Cancels a part of a line, or the whole of it, and frees its stock", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response cancelPart(@Context SecurityContext who, @PathParam("id") long id, @PathParam("line") long line, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PartIn in) {
        return ok(who, actions.cancelPart(Caller.of(who), id, ETags.ifMatch(ifMatch), line, in.quantity(), in.reason()));
    }

    @POST
    @Path("{id}/lines/{line}/split")
    @Operation(summary = "Parts a line in two, so that one can go ahead", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response split(@Context SecurityContext who, @PathParam("id") long id, @PathParam("line") long line, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PartIn in) {
        return ok(who, actions.split(Caller.of(who), id, ETags.ifMatch(ifMatch), line, in.quantity()));
    }

    @POST
    @Path("{id}/comments")
    @Operation(summary = "Puts a remark on the timeline", responses = @ApiResponse(responseCode = "204", description = "done"))
    public Response comment(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(Idempotency.HEADER) String key, CommentIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST orders/" + id + "/comments " + in, () -> {
            actions.comment(by, id, in.text());
            return Response.noContent().build();
        });
    }

    private static Set<Long> lines(List<Long> ids) {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }
}
