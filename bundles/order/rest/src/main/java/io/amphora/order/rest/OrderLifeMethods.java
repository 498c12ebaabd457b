package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

/** Orders made one, parted, closed short, opened again, delivered otherwise. A part of {@link OrderResource}. */
public abstract class OrderLifeMethods {
    private final OrderQueries queries;
    private final OrderRearrangements rearrange;
    private final OrderBackorders backorders;
    private final Idempotency idempotency;

    OrderLifeMethods(OrderQueries queries, OrderRearrangements rearrange, OrderBackorders backorders, Idempotency idempotency) {
        this.queries = queries;
        this.rearrange = rearrange;
        this.backorders = backorders;
        this.idempotency = idempotency;
    }

    /** Another order as the caller saw it. */
    public record SourceIn(@NotNull Long id, @NotNull Long version) {
    }

    /** Which orders become one with this, and why. */
    public record MergeIn(@NotEmpty List<SourceIn> others, @NotBlank String reason) {
    }

    /** How much of a line; all of it if absent. */
    public record PartLineIn(@NotNull Long lineId, BigDecimal quantity) {
    }

    /** What goes into an order of its own: lines, or all that is at a location. */
    public record PartOrderIn(List<PartLineIn> lines, @Schema(description = "instead of lines: all whose stock is there") Long locationId, LocalDate wishedDate, @NotBlank String reason) {
    }

    /** Which lines will not come any more; absent or empty: all that have not left. */
    public record CloseIn(List<Long> lineIds, @NotBlank String reason) {
    }

    /** Why it is opened again. */
    public record ReopenIn(@NotBlank String reason) {
    }

    @POST
    @Path("{id}/merge")
    @Operation(summary = "Puts the lines of other orders of the customer into this one; the others end cancelled", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response merge(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MergeIn in) {
        List<OrderRearrangements.Source> others = in.others() == null ? List.of() : in.others().stream().map(s -> new OrderRearrangements.Source(zero(s.id()), zero(s.version()))).toList();
        return ok(who, rearrange.merge(Caller.of(who), id, ETags.ifMatch(ifMatch), others, in.reason()));
    }

    @POST
    @Path("{id}/part")
    @Operation(summary = "Takes lines, or parts of them, into a second order, with their stock; answers with that",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response part(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key, PartOrderIn in) {
        Actor by = Caller.of(who);
        long version = ETags.ifMatch(ifMatch);
        Supplier<Response> work = () -> created(who, in.locationId() != null ? rearrange.partLocation(by, id, version, in.locationId(), in.reason())
                : rearrange.part(by, id, version, parts(in.lines()), in.wishedDate(), in.reason()));
        return key == null || key.isEmpty() ? work.get() : idempotency.run(by, key, "POST orders/" + id + "/part " + in, work);
    }

    private static List<OrderRearrangements.Part> parts(List<PartLineIn> in) {
        return in == null ? List.of() : in.stream().map(p -> new OrderRearrangements.Part(zero(p.lineId()), p.quantity())).toList();
    }

    private static long zero(Long value) {
        return value == null ? 0 : value;
    }

    final Response ok(SecurityContext who, Order order) {
        return Answers.ok(order.version(), OrderJson.of(order, Possible.of(Caller.of(who), queries, order)));
    }

    final Response created(SecurityContext who, Order order) {
        return Answers.created("orders/" + order.id(), order.version(), OrderJson.of(order, Possible.of(Caller.of(who), queries, order)));
    }

    @POST
    @Path("{id}/close-short")
    @Operation(summary = "Closes lines that will not come any more, and frees their stock", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response closeShort(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CloseIn in) {
        return ok(who, rearrange.closeShort(Caller.of(who), id, ETags.ifMatch(ifMatch), in.lineIds() == null ? Set.of() : Set.copyOf(in.lineIds()), in.reason()));
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Opens a completed or cancelled order again; a cancelled one reserves its stock anew or is refused", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response reopen(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReopenIn in) {
        return ok(who, rearrange.reopen(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @PUT
    @Path("{id}/delivery")
    @Operation(summary = "How an order is to be delivered: whole or in parts, whether lines may wait, how urgent", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response delivery(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OrderIn.DeliveryIn in) {
        NewOrder.Delivery delivery = in.toDelivery();
        return ok(who, backorders.terms(Caller.of(who), id, ETags.ifMatch(ifMatch), delivery));
    }
}
