package io.amphora.order.rest;

import io.amphora.order.api.Amendment;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderAmendments.Difference;
import io.amphora.order.api.OrderQueries;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Given;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Amendments of a placed order: each makes a revision that stays readable. */
@Component(service = RevisionResource.class)
@RestResource
@OneTransaction
@Path("orders/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class RevisionResource {
    private final OrderAmendments amendments;
    private final OrderQueries queries;

    @Activate
    public RevisionResource(@Reference OrderAmendments amendments, @Reference OrderQueries queries) {
        this.amendments = amendments;
        this.queries = queries;
    }

    /** A line as it shall be. */
    public record AmendLineIn(@Schema(description = "of a line that is there; absent for one more") Long id, @Schema(description = "of a new line") String sku, @NotNull BigDecimal quantity,
                              @Schema(description = "absent: a line that is there keeps its price, a new one takes the list price") BigDecimal unitPrice,
                              @Schema(description = "absent: a line that is there keeps its discount, tax and note") LineTermsIn terms) {
        Amendment.Line toLine() {
            return new Amendment.Line(id, sku, quantity, unitPrice, terms == null ? null : terms.toTerms());
        }
    }

    /** What a line shall have besides its price: all of it. */
    public record LineTermsIn(@Schema(description = "for the whole line; absent for none") OrderIn.DiscountJson discount,
                              @Schema(description = "in percent; that of the product if absent") BigDecimal taxRate, @Schema(description = "absent for none") String note) {
        Amendment.Terms toTerms() {
            return new Amendment.Terms(discount == null ? null : discount.toDiscount(), taxRate, note);
        }
    }

    /** What the whole order shall have: all of it. */
    public record PricingIn(@Schema(description = "on the whole order; absent for none") OrderIn.DiscountJson discount,
                            @Schema(description = "what is paid besides the goods; absent for nothing") List<OrderIn.ChargeIn> charges) {
        Amendment.Pricing toPricing() {
            return new Amendment.Pricing(discount == null ? null : discount.toDiscount(), charges == null ? List.of() : charges.stream().map(OrderIn.ChargeIn::toCharge).toList());
        }
    }

    /** The whole order as it shall be; what is left out of the head stays. */
    public record AmendIn(@Schema(implementation = String.class, nullable = true, description = "absent: stays; null or empty: none") Given<String> reference,
                          @Schema(description = "absent: stays") AddressJson shipTo,
                          @Schema(implementation = LocalDate.class, nullable = true, description = "absent: stays; null: none") Given<LocalDate> wishedDate,
                          @Schema(implementation = String.class, nullable = true, description = "absent: stays; null or empty: none") Given<String> note,
                          @NotEmpty @Schema(description = "all that it shall have: what is not named is cancelled") List<AmendLineIn> lines, @NotBlank String reason,
                          @Schema(description = "absent: discount on the whole and charges stay") PricingIn pricing) {
        Amendment toAmendment(Order now) {
            return new Amendment(Given.or(reference, now.reference()), shipTo == null ? now.shipTo() : shipTo.toAddress(), Given.or(wishedDate, now.wishedDate()), Given.or(note, now.note()),
                    lines == null ? List.of() : lines.stream().map(AmendLineIn::toLine).toList(), pricing == null ? null : pricing.toPricing());
        }
    }

    /** One revision. */
    public record RevisionJson(int number, Instant at, String by, String reason, BigDecimal total, String currency) {
        static RevisionJson of(OrderAmendments.Revision r) {
            return new RevisionJson(r.number(), r.at(), r.by(), r.reason(), r.total().amount(), r.total().currency().getCurrencyCode());
        }
    }

    /** What an amendment would come to. */
    public record PreviewJson(BigDecimal before, BigDecimal after, BigDecimal difference, String currency, List<Difference> differences,
                              @Schema(description = "what the review would find") List<String> findings, @Schema(description = "how many approval steps it would take") int steps) {
        static PreviewJson of(OrderAmendments.Preview p) {
            return new PreviewJson(p.before().amount(), p.after().amount(), p.difference().amount(), p.after().currency().getCurrencyCode(), p.differences(),
                    p.findings().stream().map(f -> f.field().isEmpty() ? f.message() : f.field() + ": " + f.message()).toList(), p.steps());
        }
    }

    @GET
    @Operation(summary = "The revisions of an order, oldest first")
    public List<RevisionJson> list(@Context SecurityContext who, @PathParam("id") long id) {
        return amendments.revisions(Caller.of(who), id).stream().map(RevisionJson::of).toList();
    }

    @GET
    @Path("{number}")
    @Operation(summary = "The order as a revision left it", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public OrderJson one(@Context SecurityContext who, @PathParam("id") long id, @PathParam("number") int number) {
        return OrderJson.of(amendments.revision(Caller.of(who), id, number));
    }

    @GET
    @Path("{number}/differences")
    @Operation(summary = "What changed up to a revision")
    public List<Difference> differences(@Context SecurityContext who, @PathParam("id") long id, @PathParam("number") int number,
                                        @Parameter(description = "from this revision; absent: from the one before") @QueryParam("from") Integer from) {
        return amendments.differences(Caller.of(who), id, from == null ? Math.max(1, number - 1) : from, number);
    }

    @POST
    @Operation(summary = "Amends an order: its next revision goes through the review again",
            responses = {@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderJson.class))),
                @ApiResponse(responseCode = "200", description = "with preview: what it would come to", content = @Content(schema = @Schema(implementation = PreviewJson.class)))})
    public Response amend(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
                          @Parameter(description = "true: changes nothing, says what it would come to") @DefaultValue("false") @QueryParam("preview") boolean preview, AmendIn in) {
        long version = ETags.ifMatch(ifMatch);
        Amendment to = in.toAmendment(queries.find(Caller.of(who), id));
        if (preview) {
            return Response.ok(PreviewJson.of(amendments.preview(Caller.of(who), id, version, to))).build();
        }
        var order = amendments.amend(Caller.of(who), id, version, to, in.reason());
        return Answers.created("orders/" + id + "/revisions/" + order.terms().revision(), order.version(), OrderJson.of(order));
    }
}
