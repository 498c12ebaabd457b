package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationStatus;
import io.amphora.order.api.Quotations;
import io.amphora.web.api.Answers;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
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

/** Offers: from a draft to the customer's yes or no. */
@Component(service = QuotationResource.class)
@RestResource
@OneTransaction
@Path("quotations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "quotations")
public final class QuotationResource {
    private final Quotations quotations;
    private final Idempotency idempotency;

    @Activate
    public QuotationResource(@Reference Quotations quotations, @Reference Idempotency idempotency) {
        this.quotations = quotations;
        this.idempotency = idempotency;
    }

    /** Which draft. */
    public record QuoteIn(@NotNull Long orderId, @NotNull @Schema(description = "of the draft as you saw it") Long orderVersion,
                          @Schema(description = "absent: as many days from today as the installation has set") LocalDate validUntil) {
    }

    /** Another last day. */
    public record ValidIn(LocalDate validUntil) {
    }

    /** The customer's yes. */
    public record AcceptIn(@Schema(description = "the customer's own for the order; absent leaves what is there") String reference) {
    }

    /** The customer's no. */
    public record DeclineIn(@NotBlank String reason) {
    }

    @GET
    @Operation(summary = "Quotations, newest first")
    public PageResponse<QuotationJson> list(@Context SecurityContext who, @Parameter(description = "the number, or the beginning of the customer's name") @QueryParam("text") String text,
                                            @Parameter(description = "may be repeated: one of these") @QueryParam("status") List<QuotationStatus> status,
                                            @Parameter(description = "id of the customer") @QueryParam("customer") Long customer, @BeanParam Paging paging) {
        return PageResponse.of(quotations.list(Caller.of(who), text, status == null ? Set.of() : Set.copyOf(status), customer, paging.request()), QuotationJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One quotation", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(quotations.find(Caller.of(who), id));
    }

    @POST
    @Operation(summary = "Makes a draft the content of a quotation", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response quote(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, QuoteIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST quotations " + in, () -> {
            Problems problems = new Problems();
            problems.check(in.orderId() != null, "orderId", "required", "must not be empty");
            problems.check(in.orderVersion() != null, "orderVersion", "required", "must not be empty");
            problems.throwIfAny();
            Quotation made = quotations.quote(by, in.orderId(), in.orderVersion(), in.validUntil());
            return Answers.created("quotations/" + made.id(), made.version(), QuotationJson.of(made));
        });
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Another last day, while it is open", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response extend(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ValidIn in) {
        return ok(quotations.extend(Caller.of(who), id, ETags.ifMatch(ifMatch), in.validUntil()));
    }

    @POST
    @Path("{id}/send")
    @Operation(summary = "The customer gets it: its content is fixed", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response send(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(quotations.send(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/revise")
    @Operation(summary = "Takes it back to be changed", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response revise(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ValidIn in) {
        return ok(quotations.revise(Caller.of(who), id, ETags.ifMatch(ifMatch), in == null ? null : in.validUntil()));
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "The customer takes it: its draft is placed, checked and reviewed as any order, at the prices offered",
            responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response accept(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AcceptIn in) {
        return ok(quotations.accept(Caller.of(who), id, ETags.ifMatch(ifMatch), in == null ? null : in.reference()));
    }

    @POST
    @Path("{id}/decline")
    @Operation(summary = "The customer does not want it: its draft is cancelled", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuotationJson.class))))
    public Response decline(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DeclineIn in) {
        return ok(quotations.decline(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    private static Response ok(Quotation q) {
        return Answers.ok(q.version(), QuotationJson.of(q));
    }
}
